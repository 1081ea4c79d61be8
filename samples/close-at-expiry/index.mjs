// Handles the messages of a WebSocket API behind the WebSocket authorizer: echoes them while the session lasts, then closes it.
import {
  ApiGatewayManagementApiClient, DeleteConnectionCommand, PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';

const clients = new Map();

/** One client for each stage; CONNECTIONS_ENDPOINT is for work on one machine. */
function clientOf({ domainName, stage }) {
  const endpoint = process.env.CONNECTIONS_ENDPOINT ?? `https://${domainName}/${stage}`;
  if (!clients.has(endpoint)) {
    clients.set(endpoint, new ApiGatewayManagementApiClient({ endpoint }));
  }

  return clients.get(endpoint);
}

export async function handler({ requestContext, body, isBase64Encoded }) {
  const { authorizer, connectionId: ConnectionId } = requestContext;
  if (!authorizer) {
    throw new Error('No authorizer has vouched for this connection: attach one to the route $connect.');
  }

  // Every value of the context comes as text. What is no time has passed.
  const goesOn = /^\d{1,12}$/.test(authorizer.exp) && Number(authorizer.exp) > Date.now() / 1000;
  const Data = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  const command = goesOn ? new PostToConnectionCommand({ ConnectionId, Data }) : new DeleteConnectionCommand({ ConnectionId });
  try {
    await clientOf(requestContext).send(command);
  } catch (error) {
    // The client may have gone meanwhile.
    if (error.name !== 'GoneException') {
      throw error;
    }
  }

  return { statusCode: 200 };
}
