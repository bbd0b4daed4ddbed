using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Web.Script.Serialization;
using System.Web.Services.Protocols;
using Members = System.Collections.Generic.Dictionary<string, object>;

/// <summary>
/// Carries out calls of one method with the web reference that wsdl made from its WSDL. Optional values are pairs in it: x and
/// xSpecified.
/// </summary>
static class DotNetGateClient
{
    static readonly JavaScriptSerializer Json = new JavaScriptSerializer();

    static void Main()
    {
        var input = new System.IO.StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        var task = (Members)Json.DeserializeObject(input.ReadToEnd());
        var outcomes = ((object[])task["calls"]).Select(call => Ask((Members)call)).ToArray();
        var output = new UTF8Encoding(false).GetBytes(Json.Serialize(outcomes));
        Console.OpenStandardOutput().Write(output, 0, output.Length);
    }

    static object Ask(Members call)
    {
        var gate = (SoapHttpClientProtocol)Activator.CreateInstance(Type.GetType((string)call["service"]));
        var home = new Uri((string)call["wsdl"]);
        gate.Url = gate.Url.Replace("localhost:3000", home.Authority);
        var method = gate.GetType().GetMethod((string)call["method"]);
        try
        {
            var request = Made((Members)call["request"], method.GetParameters()[0].ParameterType);
            return new { reply = Plain(method.Invoke(gate, new[] { request })) };
        }
        catch (TargetInvocationException failed)
        {
            var fault = failed.InnerException as SoapException;
            if (fault == null) throw;
            return new { fault = fault.Message };
        }
    }

    static object Made(object given, Type type)
    {
        if (type.IsEnum) return Enum.Parse(type, (string)given);
        if (given is object[]) return MadeList((object[])given, type.GetElementType());
        if (!(given is Members)) return Convert.ChangeType(given, type);
        var made = Activator.CreateInstance(type);
        foreach (var member in (Members)given)
        {
            var property = type.GetProperty(member.Key);
            property.SetValue(made, Made(member.Value, property.PropertyType), null);
            var counts = type.GetProperty(member.Key + "Specified");
            if (counts != null) counts.SetValue(made, true, null);
        }
        return made;
    }

    static Array MadeList(object[] given, Type type)
    {
        var made = Array.CreateInstance(type, given.Length);
        for (var index = 0; index < given.Length; index++) made.SetValue(Made(given[index], type), index);
        return made;
    }

    static object Plain(object value)
    {
        if (value is Enum) return value.ToString();
        // A float knows more digits in binary than it shows.
        if (value is float) return decimal.Parse(value.ToString());
        if (value == null || value is string || value.GetType().IsPrimitive) return value;
        if (value is IEnumerable) return ((IEnumerable)value).Cast<object>().Select(Plain).ToArray();
        var shown = new Members();
        foreach (var property in value.GetType().GetProperties())
        {
            var counts = value.GetType().GetProperty(property.Name + "Specified");
            var isPair = property.Name.EndsWith("Specified");
            if (isPair || (counts != null && !(bool)counts.GetValue(value, null))) continue;
            shown[property.Name] = Plain(property.GetValue(value, null));
        }
        return shown;
    }
}
