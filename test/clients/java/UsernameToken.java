import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The header block of WS-Security; neither Java stack brings one of its own. */
final class UsernameToken {
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    private static final String TYPE = OASIS + "username-token-profile-1.0#";

    private UsernameToken() {
    }

    static Element of(Task.Login login) throws Exception {
        boolean digest = login.type.equals("digest");
        byte[] nonce = new byte[16];
        new SecureRandom().nextBytes(nonce);
        String created = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().newDocument();
        Element security = document.createElementNS(WSSE, "wsse:Security");
        Element token = add(security, WSSE, "wsse:UsernameToken", "");
        add(token, WSSE, "wsse:Username", login.user);
        String secret = digest ? digest(nonce, created, login.password) : login.password;
        Element password = add(token, WSSE, "wsse:Password", secret);
        password.setAttribute("Type", TYPE + (digest ? "PasswordDigest" : "PasswordText"));
        add(token, WSSE, "wsse:Nonce", Base64.getEncoder().encodeToString(nonce));
        add(token, WSU, "wsu:Created", created);
        return security;
    }

    private static String digest(byte[] nonce, String created, String password) throws Exception {
        MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
        sha1.update(nonce);
        sha1.update(created.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    private static Element add(Element parent, String namespace, String name, String text) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        child.setTextContent(text);
        parent.appendChild(child);
        return child;
    }
}
