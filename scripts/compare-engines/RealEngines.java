import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeConstants;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.tools.generic.EscapeTool;
import org.apache.velocity.tools.generic.MathTool;

/**
 * The real engines: Apache Velocity 1.7 with EscapeTool and MathTool 2.0, and Jayway's JsonPath 2.0.0. Every line of the
 * standard input is a JSON object, and so is every answer: a template with its variables gives {"text": …}, a path with
 * its document gives {"value": …}, and either gives {"error": …}, the name of the exception.
 */
public class RealEngines {
  public static void main(String[] args) throws Exception {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    // What the engines print themselves would stand between the answers.
    System.setOut(System.err);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Map<?, ?> request = (Map<?, ?>) parse(line);
      answers.println(json(request.containsKey("template") ? rendered(request) : found(request)));
    }
    answers.flush();
  }

  private static Object parse(String json) {
    return Configuration.defaultConfiguration().jsonProvider().parse(json);
  }

  private static Map<String, Object> rendered(Map<?, ?> request) {
    String template = (String) request.get("template");
    VelocityContext context = new VelocityContext();
    ((Map<?, ?>) copy(request.get("variables"))).forEach((name, value) -> context.put((String) name, value));
    context.put("esc", new Escapes());
    context.put("encoding", new Encoding());
    context.put("math", new MathTool());
    StringWriter text = new StringWriter();
    try {
      engineFor(template).evaluate(context, text, "template", template);
      return Map.of("text", text.toString());
    } catch (VelocityException problem) {
      return Map.of("error", problem.getClass().getSimpleName());
    } catch (RuntimeException | StackOverflowError problem) {
      return Map.of("error", problem.getClass().getSimpleName());
    }
  }

  private static VelocityEngine shared;

  /** A macro stays in its engine, so a template with macros gets an engine of its own. */
  private static VelocityEngine engineFor(String template) {
    if (template.contains("macro")) return newEngine();
    if (shared == null) shared = newEngine();
    return shared;
  }

  private static VelocityEngine newEngine() {
    VelocityEngine engine = new VelocityEngine();
    engine.setProperty(RuntimeConstants.RUNTIME_LOG_LOGSYSTEM_CLASS, NullLogChute.class.getName());
    engine.setProperty(RuntimeConstants.VM_LIBRARY, "");
    engine.init();
    return engine;
  }

  private static Map<String, Object> found(Map<?, ?> request) {
    Map<String, Object> answer = new HashMap<>();
    try {
      answer.put("value", JsonPath.compile((String) request.get("path")).read(copy(request.get("document"))));
    } catch (RuntimeException | StackOverflowError problem) {
      answer.put("error", problem.getClass().getSimpleName());
    }
    return answer;
  }

  /** Data as plain maps and lists: those of the JSON parser print themselves as JSON. */
  private static Object copy(Object value) {
    if (value instanceof Map) {
      Map<Object, Object> map = new HashMap<>();
      ((Map<?, ?>) value).forEach((name, member) -> map.put(name, copy(member)));
      return map;
    }
    if (value instanceof List) {
      List<Object> list = new ArrayList<>();
      ((List<?>) value).forEach(item -> list.add(copy(item)));
      return list;
    }
    return value;
  }

  private static String json(Object value) {
    if (value instanceof Map) {
      List<String> members = new ArrayList<>();
      ((Map<?, ?>) value).forEach((name, member) -> members.add(quoted(String.valueOf(name)) + ":" + json(member)));
      return "{" + String.join(",", members) + "}";
    }
    if (value instanceof Collection) {
      List<String> items = new ArrayList<>();
      ((Collection<?>) value).forEach(item -> items.add(json(item)));
      return "[" + String.join(",", items) + "]";
    }
    if (value == null || value instanceof Number || value instanceof Boolean) return String.valueOf(value);
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char each : text.toCharArray()) {
      int known = "\"\\\b\f\n\r\t".indexOf(each);
      if (known >= 0) quoted.append('\\').append("\"\\bfnrt".charAt(known));
      else if (each < ' ') quoted.append(String.format("\\u%04x", (int) each));
      else quoted.append(each);
    }
    return quoted.append('"').toString();
  }

  /** What the platform documents for $esc beside the escapes of Velocity's EscapeTool. */
  public static class Escapes extends EscapeTool {
    public String jsonEncode(Object value) {
      if (value == null) return null;
      String text = quoted(value.toString());
      return text.substring(1, text.length() - 1);
    }

    public String jsonString(Object value) {
      return jsonEncode(value);
    }

    public String uriEncode(Object value) {
      return value == null ? null : url(value).replace("+", "%20");
    }
  }

  public static class Encoding {
    public String base64(Object value) {
      if (value == null) return null;
      return Base64.getEncoder().encodeToString(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
