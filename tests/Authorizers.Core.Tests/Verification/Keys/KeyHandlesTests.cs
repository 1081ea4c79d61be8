using System.Security.Cryptography;
using Authorizers.Core.Verification.Keys;

namespace Authorizers.Core.Tests.Verification.Keys;

public sealed class KeyHandlesTests
{
    private int _imported;

    [Fact]
    public void A_returned_handle_is_used_again()
    {
        KeyHandles<ECDsa> handles = Handles();

        ECDsa first = handles.Borrow();
        handles.Return(first);

        Assert.Same(first, handles.Borrow());
        Assert.Equal(1, _imported);
    }

    [Fact]
    public void A_borrowed_handle_is_nobody_elses()
    {
        KeyHandles<ECDsa> handles = Handles();

        ECDsa first = handles.Borrow();
        handles.Return(first);

        Assert.NotSame(handles.Borrow(), handles.Borrow());
        Assert.Equal(2, _imported);
    }

    [Fact]
    public void Nothing_is_imported_before_it_is_needed()
    {
        Handles();

        Assert.Equal(0, _imported);
    }

    private KeyHandles<ECDsa> Handles() => new(() =>
    {
        _imported++;
        return ECDsa.Create();
    });
}
