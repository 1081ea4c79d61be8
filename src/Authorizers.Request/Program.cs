using Authorizers.Lambda;
using Authorizers.Request;

return FunctionHost.Run(Composition.Build, FunctionSurroundings.OfProcess());
