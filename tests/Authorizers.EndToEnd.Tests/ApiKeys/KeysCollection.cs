namespace Authorizers.EndToEnd.Tests.ApiKeys;

/// <summary>All tests of the command have one emulator, and the credentials that stand in the environment meanwhile.</summary>
[CollectionDefinition(nameof(KeysCollection))]
public sealed class KeysCollection : ICollectionFixture<KeysFixture>;
