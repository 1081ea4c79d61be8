using Authorizers.ApiKeys;
using Authorizers.Lambda;

return FunctionHost.Run(Composition.Build, FunctionSurroundings.OfProcess());
