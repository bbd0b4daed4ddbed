import gateway.RefundGatewayFault;
import gateway.RefundGatewayServiceLocator;
import gateway.RefundGatewaySoap11Stub;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URI;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;
import org.apache.axis.client.Service;
import org.apache.axis.client.Stub;
import org.apache.axis.description.ElementDesc;
import org.apache.axis.description.FieldDesc;
import org.apache.axis.description.OperationDesc;
import org.apache.axis.description.ParameterDesc;
import org.apache.axis.description.TypeDesc;
import org.apache.axis.encoding.TypeMapping;
import org.apache.axis.encoding.ser.CalendarDeserializerFactory;
import org.apache.axis.encoding.ser.CalendarSerializerFactory;
import org.apache.axis.message.SOAPHeaderElement;
import org.apache.axis.transport.http.HTTPConstants;
import org.apache.axis.utils.BeanPropertyDescriptor;

/** Carries out the calls with the stub that Axis 1.4 made from the served WSDL. It shows lists as arrays. */
final class AxisClient implements Task.Stack {
    private static final String OURS = "urn:refund-gateway:v1";

    private final Task task;
    private final OperationDesc[] operations;

    private AxisClient(Task task) throws Exception {
        this.task = task;
        Field described = RefundGatewaySoap11Stub.class.getDeclaredField("_operations");
        described.setAccessible(true);
        operations = (OperationDesc[]) described.get(null);
    }

    public static void main(String[] arguments) throws Exception {
        Task task = Task.read();
        task.carryOut(new AxisClient(task));
    }

    @Override
    public Object ask(Task.Call call) throws Exception {
        Stub stub = stubFor(call);
        OperationDesc operation = Arrays.stream(operations).filter(one -> one.getName().equals(call.operation))
            .findFirst().orElseThrow(() -> new IllegalStateException("WSDL2Java made no operation " + call.operation));
        Method method = Arrays.stream(stub.getClass().getMethods())
            .filter(one -> one.getName().equals(call.operation)).findFirst().orElseThrow();
        Object[] values = new Object[operation.getNumParams()];
        for (int i = 0; i < values.length; i++) {
            ParameterDesc parameter = operation.getParameter(i);
            Object given = call.request.get(parameter.getName());
            values[i] = given == null ? null : made(given, parameter.getJavaType(), parameter.getItemQName());
        }
        try {
            return plain(method.invoke(stub, values), null);
        } catch (InvocationTargetException failed) {
            if (!(failed.getCause() instanceof RefundGatewayFault)) throw failed;
            RefundGatewayFault fault = (RefundGatewayFault) failed.getCause();
            throw new Task.Refused(plain(fault, null), fault.getFaultString());
        }
    }

    private Stub stubFor(Task.Call call) throws Exception {
        RefundGatewayServiceLocator service = new RefundGatewayServiceLocator();
        writeInstants(service);
        Stub stub = (Stub) service.getRefundGatewaySoap11Port(URI.create(task.address).toURL());
        stub._setProperty(HTTPConstants.REQUEST_HEADERS, new Hashtable<>(call.httpHeaders));
        if (call.usernameToken != null) stub.setHeader(new SOAPHeaderElement(UsernameToken.of(call.usernameToken)));
        if (call.idempotencyKey != null) stub.setHeader(OURS, "IdempotencyKey", call.idempotencyKey);
        return stub;
    }

    /** Left alone, the stub writes an instant whose type is a restriction of xsd:dateTime as Java prints a Calendar. */
    private static void writeInstants(Service service) {
        QName timestamp = new QName(OURS, "Timestamp");
        TypeMapping types = (TypeMapping) service.getTypeMappingRegistry().getTypeMapping("");
        types.register(Calendar.class, timestamp, new CalendarSerializerFactory(Calendar.class, timestamp),
            new CalendarDeserializerFactory(Calendar.class, timestamp));
    }

    /** A value of the JSON as the generated classes take it. @param item the repeated element of an array */
    private static Object made(Object given, Class<?> type, QName item) throws Exception {
        if (type == Integer.class || type == int.class) return Math.toIntExact((Long) given);
        if (Task.JSON_TYPES.contains(type) || type == boolean.class || type == long.class) return given;
        if (type == BigDecimal.class) return new BigDecimal((String) given);
        if (type == Calendar.class) return instant((String) given);
        if (type.isArray()) return array((Map<?, ?>) given, type.getComponentType(), item);
        TypeDesc described = TypeDesc.getTypeDescForClass(type);
        if (isWord(described)) return type.getMethod("fromValue", String.class).invoke(null, given);
        Object bean = type.getDeclaredConstructor().newInstance();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) given).entrySet()) {
            FieldDesc field = fieldOf(described, (String) entry.getKey());
            BeanPropertyDescriptor property = propertyOf(described, field);
            property.set(bean, made(entry.getValue(), property.getType(), itemOf(field)));
        }
        return bean;
    }

    private static Object array(Map<?, ?> wrapper, Class<?> type, QName item) throws Exception {
        List<?> given = (List<?>) wrapper.get(item.getLocalPart());
        Object items = Array.newInstance(type, given.size());
        for (int i = 0; i < given.size(); i++) Array.set(items, i, made(given.get(i), type, null));
        return items;
    }

    /** What the stack read, as JSON has words for it: decimals as exact text, instants in UTC. */
    private static Object plain(Object value, QName item) throws Exception {
        if (Task.JSON_TYPES.contains(value.getClass())) return value;
        if (value instanceof BigDecimal) return ((BigDecimal) value).toPlainString();
        if (value instanceof Calendar) return inUtc((Calendar) value);
        if (value.getClass().isArray()) {
            List<Object> items = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) items.add(plain(Array.get(value, i), null));
            return Map.of(item.getLocalPart(), items);
        }
        TypeDesc described = TypeDesc.getTypeDescForClass(value.getClass());
        if (isWord(described)) return value.getClass().getMethod("getValue").invoke(value);
        Map<String, Object> members = new LinkedHashMap<>();
        for (FieldDesc field : described.getFields()) {
            Object member = propertyOf(described, field).get(value);
            if (member != null) members.put(field.getXmlName().getLocalPart(), plain(member, itemOf(field)));
        }
        return members;
    }

    private static Calendar instant(String text) throws Exception {
        return DatatypeFactory.newInstance().newXMLGregorianCalendar(text).toGregorianCalendar();
    }

    private static String inUtc(Calendar instant) {
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format.format(instant.getTime());
    }

    /** An enumeration is a class without fields, as Java had no other in 2006. */
    private static boolean isWord(TypeDesc described) {
        return described.getFields() == null;
    }

    private static FieldDesc fieldOf(TypeDesc described, String name) {
        return Arrays.stream(described.getFields()).filter(field -> field.getXmlName().getLocalPart().equals(name))
            .findFirst().orElseThrow(() -> new IllegalStateException("WSDL2Java made no field " + name));
    }

    private static BeanPropertyDescriptor propertyOf(TypeDesc described, FieldDesc field) {
        return (BeanPropertyDescriptor) described.getPropertyDescriptorMap().get(field.getFieldName());
    }

    private static QName itemOf(FieldDesc field) {
        return field instanceof ElementDesc ? ((ElementDesc) field).getItemQName() : null;
    }
}
