using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Web.Script.Serialization;
using System.Web.Services.Protocols;
using System.Xml;
using System.Xml.Serialization;
using Members = System.Collections.Generic.Dictionary<string, object>;

/// <summary>
/// Carries out the calls with the web reference that wsdl made from the served WSDL. It shows lists as arrays, and optional
/// values as pairs: x and xSpecified.
/// </summary>
static class DotNetClient
{
    const string Instant = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    const string Ours = "urn:refund-gateway:v1";
    static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    static readonly JavaScriptSerializer Json = new JavaScriptSerializer { MaxJsonLength = int.MaxValue };

    static void Main()
    {
        var input = new System.IO.StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        var task = (Members)Json.DeserializeObject(input.ReadToEnd());
        var outcomes = ((object[])task["calls"]).Select(call => Ask((string)task["address"], (Members)call)).ToArray();
        var output = new UTF8Encoding(false).GetBytes(Json.Serialize(outcomes));
        Console.OpenStandardOutput().Write(output, 0, output.Length);
    }

    static object Ask(string address, Members call)
    {
        var gateway = new Gateway { Url = address, HttpHeaders = (Members)call["httpHeaders"] };
        if (call.ContainsKey("idempotencyKey"))
            gateway.IdempotencyKey = new IdempotencyKeyText { Text = new[] { (string)call["idempotencyKey"] } };
        if (call.ContainsKey("usernameToken"))
        {
            var token = (Members)call["usernameToken"];
            var digest = (string)token["type"] == "digest";
            gateway.Security = UsernameToken.Of((string)token["user"], (string)token["password"], digest);
        }
        var method = typeof(Gateway).GetMethod((string)call["operation"]);
        try
        {
            var answer = method.Invoke(gateway, Arguments(method, (Members)call["request"]));
            return new { answer = Plain(answer, null) };
        }
        catch (TargetInvocationException failed)
        {
            var refused = failed.InnerException as SoapException;
            var detail = refused == null || refused.Detail == null ? null : refused.Detail["RefundGatewayFault", Ours];
            if (detail == null) throw;
            var fault = detail.ChildNodes.Cast<XmlNode>().ToDictionary(one => one.LocalName, one => one.InnerText);
            return new { fault, faultString = refused.Message };
        }
    }

    static object[] Arguments(MethodInfo method, Members request)
    {
        return method.GetParameters().Select(parameter =>
        {
            object given;
            // A pair of arguments per optional value: the value, and whether it counts.
            if (Attribute.IsDefined(parameter, typeof(XmlIgnoreAttribute)))
                return request.ContainsKey(parameter.Name.Substring(0, parameter.Name.Length - "Specified".Length));
            var type = parameter.ParameterType;
            if (request.TryGetValue(parameter.Name, out given)) return Made(given, type, ItemOf(parameter));
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }).ToArray();
    }

    /// <summary>A value of the JSON as the generated classes take it.</summary>
    static object Made(object given, Type type, string item)
    {
        if (type == typeof(decimal)) return decimal.Parse((string)given, Invariant);
        if (type == typeof(DateTime)) return DateTime.Parse((string)given, Invariant, DateTimeStyles.RoundtripKind);
        if (type.IsEnum) return Enum.Parse(type, (string)given);
        if (type == typeof(string) || type == typeof(bool)) return given;
        if (type == typeof(int) || type == typeof(long)) return Convert.ChangeType(given, type, Invariant);
        if (type.IsArray)
        {
            var items = (object[])((Members)given)[item];
            var array = Array.CreateInstance(type.GetElementType(), items.Length);
            for (var i = 0; i < items.Length; i++) array.SetValue(Made(items[i], type.GetElementType(), null), i);
            return array;
        }
        var made = Activator.CreateInstance(type);
        foreach (var entry in (Members)given)
        {
            var property = type.GetProperty(entry.Key);
            property.SetValue(made, Made(entry.Value, property.PropertyType, ItemOf(property)));
            var specified = type.GetProperty(entry.Key + "Specified");
            if (specified != null) specified.SetValue(made, true);
        }
        return made;
    }

    /// <summary>What the stack read, as JSON has words for it: decimals as exact text, instants in UTC.</summary>
    static object Plain(object value, string item)
    {
        if (value is string || value is bool || value is int || value is long) return value;
        if (value is decimal) return ((decimal)value).ToString(Invariant);
        if (value is DateTime) return ((DateTime)value).ToUniversalTime().ToString(Instant, Invariant);
        if (value is Enum) return value.ToString();
        if (value is Array)
            return new Members { { item, ((Array)value).Cast<object>().Select(one => Plain(one, null)).ToArray() } };
        var members = new Members();
        foreach (var property in value.GetType().GetProperties())
        {
            if (Attribute.IsDefined(property, typeof(XmlIgnoreAttribute))) continue;
            var specified = value.GetType().GetProperty(property.Name + "Specified");
            var member = property.GetValue(value);
            if (member == null || (specified != null && !(bool)specified.GetValue(value))) continue;
            members.Add(property.Name, Plain(member, ItemOf(property)));
        }
        return members;
    }

    /// <summary>The name of the repeated element, where wsdl made an array of a list.</summary>
    static string ItemOf(ICustomAttributeProvider member)
    {
        var attribute = member.GetCustomAttributes(typeof(XmlArrayItemAttribute), false).SingleOrDefault();
        return attribute == null ? null : ((XmlArrayItemAttribute)attribute).ElementName;
    }
}
