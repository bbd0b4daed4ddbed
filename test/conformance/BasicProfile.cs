using System;
using System.Web.Services;
using System.Web.Services.Description;

/// <summary>Asks .NET's own judge of the WS-I Basic Profile 1.1 about the WSDL on stdin; prints the rules it violates.</summary>
static class BasicProfile
{
    static void Main()
    {
        var violations = new BasicProfileViolationCollection();
        var description = ServiceDescription.Read(Console.In);
        var conforms = WebServicesInteroperability.CheckConformance(WsiProfiles.BasicProfile1_1, description, violations);
        Console.WriteLine(conforms ? "CONFORMS" : "VIOLATES");
        foreach (BasicProfileViolation violation in violations) Console.WriteLine(violation.NormativeStatement);
    }
}
