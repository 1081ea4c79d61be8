using Authorizers.ApiKey;
using Authorizers.Lambda;

return FunctionHost.Run(Composition.Build, FunctionSurroundings.OfProcess());
