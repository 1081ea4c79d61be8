using Authorizers.Lambda;
using Authorizers.Token;

return FunctionHost.Run(Composition.Build, FunctionSurroundings.OfProcess());
