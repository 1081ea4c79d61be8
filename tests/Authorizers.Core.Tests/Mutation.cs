namespace Authorizers.Core.Tests;

/// <summary>A text with a few bytes changed, left out, doubled or put in: what a broken or hostile sender might send.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = "{}[]\",:\\u0/ntfe-\0\x7f"u8.ToArray();

    public static byte[] Of(byte[] text, Random chance)
    {
        List<byte> bytes = [.. text];
        for (int changes = chance.Next(1, 4); changes > 0; changes--)
        {
            Change(bytes, chance);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random chance)
    {
        int at = chance.Next(bytes.Count);
        byte other = chance.Next(2) == 0 ? Telling[chance.Next(Telling.Length)] : (byte)chance.Next(256);
        switch (chance.Next(5))
        {
            case 0:
                bytes[at] = other;
                break;
            case 1:
                bytes.Insert(at, other);
                break;
            case 2 when bytes.Count > 1:
                bytes.RemoveAt(at);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(chance.Next(40), bytes.Count - at)));
                break;
            default:
                bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
        }
    }
}
