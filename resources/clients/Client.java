// Posts one event to Linewatch. Java 11 or later, nothing to install: java Client.java
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

public class Client {
    static final URI URL = URI.create("@URL@");
    static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();

    /** Events keep their ids over all tries: sending them again is safe, each counts once. */
    static String send(String batch) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URL).timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(batch)).build();
        for (int pause : new int[] {1, 2, 4, 8, 0}) {
            try {
                HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300)
                    return answer.body();
                if (answer.statusCode() < 500) { // the batch is wrong: sending it again does not help
                    System.err.println("refused: " + answer.statusCode() + " " + answer.body());
                    System.exit(1);
                }
            } catch (IOException error) {
                System.err.println("try again: " + error);
            }
            Thread.sleep(pause * 1000L);
        }
        System.err.println("not sent: keep the events and try again later");
        System.exit(2);
        return null;
    }

    /** A text as JSON. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    public static void main(String[] arguments) throws InterruptedException {
        String event = "{\"eventId\": " + quoted(UUID.randomUUID().toString())
                + ", \"machineId\": " + quoted("@MACHINE@")
                + ", \"lineId\": " + quoted("Line 1")
                + ", \"eventTime\": " + quoted(Instant.now().toString())
                + ", \"durationMs\": 4000, \"defectCount\": 0}";
        System.out.println(send("[" + event + "]"));
    }
}
