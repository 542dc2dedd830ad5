using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using OpCode = System.Reflection.Emit.OpCode;

namespace Pyventus.Generators.Tests.Harness;

/// <summary>The emissions in the IL of a compiled program: what was compiled, whatever was generated.</summary>
/// <param name="Intercepted">How many calls of interceptors there are.</param>
/// <param name="Direct">How many calls, or mentions in expression trees, there are of <c>EventEmitter.Emit</c> and <c>EmitAsync</c>.</param>
internal sealed record EmittedCalls(int Intercepted, int Direct)
{
    private static readonly ImmutableDictionary<short, OpCode> _opCodes = typeof(OpCodes).GetFields()
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToImmutableDictionary(static code => code.Value);

    public static EmittedCalls Read(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
        {
            throw new VerificationException(string.Join('\n', result.Diagnostics));
        }

        stream.Position = 0;
        using var image = new PEReader(stream);
        MetadataReader metadata = image.GetMetadataReader();
        var callees =
            from handle in metadata.MethodDefinitions
            let method = metadata.GetMethodDefinition(handle)
            where method.RelativeVirtualAddress != 0
            from token in ReadTokens(image.GetMethodBody(method.RelativeVirtualAddress).GetILReader())
            let callee = MetadataTokens.EntityHandle(token)
            where callee.Kind is HandleKind.MethodSpecification or HandleKind.MethodDefinition or HandleKind.MemberReference
            select Describe(metadata, callee);
        string[] all = [.. callees];
        return new EmittedCalls(
            all.Count(static callee => callee.Contains("__CallSites.Emit", StringComparison.Ordinal)),
            all.Count(static callee => callee is "EventEmitter.Emit" or "EventEmitter.EmitAsync"));
    }

    // Calls, and what expression trees are made of.
    private static IEnumerable<int> ReadTokens(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            OpCode opCode = _opCodes[unchecked((short)(value == 0xFE ? (value << 8) | code.ReadByte() : value))];
            switch (opCode.OperandType)
            {
                case OperandType.InlineMethod or OperandType.InlineTok:
                    yield return code.ReadInt32();
                    break;
                case OperandType.InlineSwitch:
                    code.Offset += code.ReadInt32() * sizeof(int);
                    break;
                default:
                    code.Offset += Size(opCode.OperandType);
                    break;
            }
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private static string Describe(MetadataReader metadata, EntityHandle method)
    {
        switch (method.Kind)
        {
            case HandleKind.MethodSpecification:
                return Describe(metadata, metadata.GetMethodSpecification((MethodSpecificationHandle)method).Method);
            case HandleKind.MethodDefinition:
                MethodDefinition definition = metadata.GetMethodDefinition((MethodDefinitionHandle)method);
                return metadata.GetString(metadata.GetTypeDefinition(definition.GetDeclaringType()).Name) + "." + metadata.GetString(definition.Name);
            default:
                MemberReference reference = metadata.GetMemberReference((MemberReferenceHandle)method);
                string type = reference.Parent.Kind == HandleKind.TypeReference
                    ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)reference.Parent).Name)
                    : "";
                return type + "." + metadata.GetString(reference.Name);
        }
    }
}
