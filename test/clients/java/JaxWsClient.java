import com.sun.xml.ws.api.message.Header;
import com.sun.xml.ws.api.message.Headers;
import com.sun.xml.ws.developer.WSBindingProvider;
import gateway.RefundGatewayFaultMessage;
import gateway.RefundGatewayPortType;
import gateway.RefundGatewayService;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.xml.bind.annotation.XmlType;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.handler.MessageContext;

/** Carries out the calls with the classes that wsimport made from the served WSDL, by getters and setters. */
final class JaxWsClient implements Task.Stack {
    private static final String OURS = "urn:refund-gateway:v1";

    private final Task task;
    private final RefundGatewayPortType port;

    private JaxWsClient(Task task) throws Exception {
        this.task = task;
        RefundGatewayService service = new RefundGatewayService(URI.create(task.wsdl).toURL());
        String name = task.version.equals("1.2") ? "RefundGatewaySoap12Port" : "RefundGatewaySoap11Port";
        port = service.getPort(new QName(OURS, name), RefundGatewayPortType.class);
    }

    public static void main(String[] arguments) throws Exception {
        Task task = Task.read();
        task.carryOut(new JaxWsClient(task));
    }

    @Override
    public Object ask(Task.Call call) throws Exception {
        prepare(call);
        Method method = methodOf(call.operation);
        Object[] values = new Object[method.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = method.getParameters()[i];
            Object given = call.request.get(parameter.getAnnotation(WebParam.class).name());
            values[i] = given == null ? null : made(given, parameter.getType());
        }
        try {
            return plain(method.invoke(port, values));
        } catch (InvocationTargetException failed) {
            if (!(failed.getCause() instanceof RefundGatewayFaultMessage)) throw failed;
            RefundGatewayFaultMessage fault = (RefundGatewayFaultMessage) failed.getCause();
            throw new Task.Refused(plain(fault.getFaultInfo()), fault.getMessage());
        }
    }

    private void prepare(Task.Call call) throws Exception {
        Map<String, Object> context = ((BindingProvider) port).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, task.address);
        Map<String, List<String>> http = new LinkedHashMap<>();
        List<Header> blocks = new ArrayList<>();
        call.httpHeaders.forEach((name, value) -> http.put(name, List.of(value)));
        if (call.usernameToken != null) blocks.add(Headers.create(UsernameToken.of(call.usernameToken)));
        if (call.idempotencyKey != null) {
            blocks.add(Headers.create(new QName(OURS, "IdempotencyKey"), call.idempotencyKey));
        }
        context.put(MessageContext.HTTP_REQUEST_HEADERS, http);
        ((WSBindingProvider) port).setOutboundHeaders(blocks);
    }

    private static Method methodOf(String operation) {
        return Arrays.stream(RefundGatewayPortType.class.getMethods())
            .filter(method -> method.isAnnotationPresent(WebMethod.class) && method.getName().equals(operation))
            .findFirst().orElseThrow(() -> new IllegalStateException("wsimport made no method " + operation));
    }

    /** A value of the JSON as the generated classes take it. */
    private static Object made(Object given, Class<?> type) throws Exception {
        if (type == Integer.class || type == int.class) return Math.toIntExact((Long) given);
        if (Task.JSON_TYPES.contains(type) || type == boolean.class || type == long.class) return given;
        if (type == BigDecimal.class) return new BigDecimal((String) given);
        if (type == XMLGregorianCalendar.class) {
            return DatatypeFactory.newInstance().newXMLGregorianCalendar((String) given);
        }
        if (type.isEnum()) return type.getMethod("fromValue", String.class).invoke(null, given);
        Object bean = type.getDeclaredConstructor().newInstance();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) given).entrySet()) {
            fill(bean, (String) entry.getKey(), entry.getValue());
        }
        return bean;
    }

    private static void fill(Object bean, String name, Object given) throws Exception {
        Field field = bean.getClass().getDeclaredField(name);
        if (field.getType() != List.class) {
            Method setter = bean.getClass().getMethod("set" + capital(name), field.getType());
            setter.invoke(bean, made(given, field.getType()));
            return;
        }
        Type item = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) bean.getClass().getMethod("get" + capital(name)).invoke(bean);
        for (Object one : (List<?>) given) list.add(made(one, (Class<?>) item));
    }

    /** What the stack read, as JSON has words for it: decimals and instants as their exact text. */
    private static Object plain(Object value) throws Exception {
        if (Task.JSON_TYPES.contains(value.getClass())) return value;
        if (value instanceof BigDecimal) return ((BigDecimal) value).toPlainString();
        if (value instanceof XMLGregorianCalendar) return ((XMLGregorianCalendar) value).toXMLFormat();
        if (value instanceof Enum) return value.getClass().getMethod("value").invoke(value);
        if (value instanceof List) {
            List<Object> items = new ArrayList<>();
            for (Object item : (List<?>) value) items.add(plain(item));
            return items;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : value.getClass().getAnnotation(XmlType.class).propOrder()) {
            Class<?> type = value.getClass().getDeclaredField(name).getType();
            boolean truth = type == boolean.class || type == Boolean.class;
            Object member = value.getClass().getMethod((truth ? "is" : "get") + capital(name)).invoke(value);
            if (member != null) members.put(name, plain(member));
        }
        return members;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
