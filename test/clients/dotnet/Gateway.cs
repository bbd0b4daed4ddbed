using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Web.Services.Protocols;
using System.Xml;

/// <summary>The proxy with what a web reference does not bring: HTTP headers, and header blocks that are not in the WSDL.</summary>
class Gateway : RefundGatewayService
{
    public Dictionary<string, object> HttpHeaders;
    public XmlElement Security;

    protected override WebRequest GetWebRequest(Uri uri)
    {
        var request = base.GetWebRequest(uri);
        foreach (var header in HttpHeaders) request.Headers.Add(header.Key, (string)header.Value);
        return request;
    }

    protected override XmlWriter GetWriterForMessage(SoapClientMessage message, int bufferSize)
    {
        if (Security != null) message.Headers.Add(new SoapUnknownHeader { Element = Security });
        return base.GetWriterForMessage(message, bufferSize);
    }
}

/// <summary>The header block of WS-Security; it was an add-on of its own, WSE, that is no longer to be had.</summary>
static class UsernameToken
{
    const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    const string Wsse = Oasis + "wssecurity-secext-1.0.xsd";
    const string Wsu = Oasis + "wssecurity-utility-1.0.xsd";
    const string Type = Oasis + "username-token-profile-1.0#";

    public static XmlElement Of(string user, string password, bool digest)
    {
        var nonce = new byte[16];
        RandomNumberGenerator.Create().GetBytes(nonce);
        var created = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

        var security = new XmlDocument().CreateElement("wsse", "Security", Wsse);
        var token = Add(security, "wsse", "UsernameToken", Wsse, null);
        Add(token, "wsse", "Username", Wsse, user);
        var secret = Add(token, "wsse", "Password", Wsse, digest ? Digest(nonce, created + password) : password);
        secret.SetAttribute("Type", Type + (digest ? "PasswordDigest" : "PasswordText"));
        Add(token, "wsse", "Nonce", Wsse, Convert.ToBase64String(nonce));
        Add(token, "wsu", "Created", Wsu, created);
        return security;
    }

    static string Digest(byte[] nonce, string text)
    {
        var bytes = new List<byte>(nonce);
        bytes.AddRange(Encoding.UTF8.GetBytes(text));
        return Convert.ToBase64String(SHA1.Create().ComputeHash(bytes.ToArray()));
    }

    static XmlElement Add(XmlElement parent, string prefix, string name, string space, string text)
    {
        var child = parent.OwnerDocument.CreateElement(prefix, name, space);
        if (text != null) child.InnerText = text;
        parent.AppendChild(child);
        return child;
    }
}
