import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the Java clients share: calls are read from stdin, a stack carries them out, and what it saw goes to stdout. */
final class Task {
    String wsdl;
    String address;
    String version;
    List<Call> calls;

    static final class Call {
        String operation;
        Map<String, Object> request;
        Map<String, String> httpHeaders;
        Login usernameToken;
        String idempotencyKey;
    }

    static final class Login {
        String user;
        String password;
        String type;
    }

    /** A SOAP stack, with what it made of the WSDL. */
    interface Stack {
        /** The one child of the answer, as maps, lists and simple values. */
        Object ask(Call call) throws Exception;
    }

    /** The gateway's typed fault, as the stack read it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Object fault;
        private final String faultString;

        Refused(Object fault, String faultString) {
            this.fault = fault;
            this.faultString = faultString;
        }
    }

    /** What JSON has words for. */
    static final Set<Class<?>> JSON_TYPES = Set.of(String.class, Boolean.class, Long.class, Integer.class);

    /** Numbers keep their digits: a double would round the ids above 2^53. */
    private static final Gson JSON = new GsonBuilder()
        .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).disableHtmlEscaping().create();

    static Task read() throws IOException {
        return JSON.fromJson(new InputStreamReader(System.in, StandardCharsets.UTF_8), Task.class);
    }

    void carryOut(Stack stack) throws Exception {
        List<Object> outcomes = new ArrayList<>();
        for (Call call : calls) {
            try {
                outcomes.add(Map.of("answer", stack.ask(call)));
            } catch (Refused refused) {
                outcomes.add(Map.of("fault", refused.fault, "faultString", refused.faultString));
            }
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(JSON.toJson(outcomes));
        System.out.flush();
    }
}
