using Authorizers.Lambda;
using Authorizers.WebSockets;

return FunctionHost.Run(Composition.Build, FunctionSurroundings.OfProcess());
