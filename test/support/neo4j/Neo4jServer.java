import static org.neo4j.configuration.GraphDatabaseSettings.DEFAULT_DATABASE_NAME;
import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * The real Neo4j Community kernel with Bolt on 127.0.0.1, for tests and benchmarks; start-neo4j.ts runs it.
 * Prints "neo4j ready on port N" once. Stops on SIGTERM, and when its standard input ends, so that it outlives no
 * launcher, however that one died. Written for Java 17 and for the API that Neo4j 5 and 2026 share.
 */
public final class Neo4jServer {
  private static final String LOCALHOST = "127.0.0.1";

  public static void main(String[] args) {
    if (args.length < 2 || args.length > 3) {
      System.err.println("usage: java -cp \"lib/*\" Neo4jServer.java HOME PORT [PASSWORD]   (PORT 0: any free one)");
      System.exit(2);
    }
    try {
      int port = start(Path.of(args[0]), Integer.parseInt(args[1]), args.length == 3 ? args[2] : null);
      System.out.println("neo4j ready on port " + port);
      exitWhenInputEnds();
    } catch (Throwable failure) {
      // Neo4j's own threads would keep a failed server alive.
      failure.printStackTrace();
      System.exit(1);
    }
  }

  /** Starts the server, with auth only if there is a password; returns the port that Bolt listens on. */
  private static int start(Path home, int port, String password) {
    DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home.toAbsolutePath())
        .setConfig(GraphDatabaseSettings.auth_enabled, password != null)
        .setConfig(GraphDatabaseSettings.default_listen_address, new SocketAddress(LOCALHOST))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, new SocketAddress(LOCALHOST, port))
        .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(256))
        // Each of the two databases would reserve 256 MB of disk; commits are as fast without.
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        // A test run is no usage to report.
        .setConfig(GraphDatabaseSettings.udc_enabled, false);
    // 2026 would announce itself to the local network.
    setIfKnown(builder, "server.fleet_discovery.enabled", false);
    // Bolt would wait 5 s for silence, twice, before a stop; 2026 renamed the setting and changed its type.
    setIfKnown(builder, "internal.dbms.bolt.netty_server_shutdown_quiet_period", 0);
    setIfKnown(builder, "internal.dbms.bolt.netty_server_shutdown_quiet_period_duration", Duration.ZERO);

    DatabaseManagementService server = builder.build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "neo4j-shutdown"));

    GraphDatabaseAPI database = (GraphDatabaseAPI) server.database(DEFAULT_DATABASE_NAME);
    if (!database.isAvailable(60_000)) {
      throw new IllegalStateException("database " + DEFAULT_DATABASE_NAME + " does not come up; see " + home + "/logs");
    }
    if (password != null) {
      setInitialPassword(server.database(SYSTEM_DATABASE_NAME), password);
    }
    return database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class)
        .getLocalAddress(ConnectorType.BOLT).getPort();
  }

  /** A setting that one of the versions lacks cannot be named in code that both compile. */
  private static void setIfKnown(DatabaseManagementServiceBuilder builder, String name, Object value) {
    Setting<Object> setting = Config.defaults().getDeclaredSettings().get(name);
    if (setting != null) {
      builder.setConfig(setting, value);
    }
  }

  /** A home that has its password already keeps it, as with neo4j-admin. */
  private static void setInitialPassword(GraphDatabaseService system, String password) {
    boolean isUnset = system.executeTransactionally(
        "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j' AND passwordChangeRequired RETURN user",
        Map.of(), Result::hasNext);
    if (isUnset) {
      system.executeTransactionally(
          "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }
  }

  private static void exitWhenInputEnds() throws IOException {
    while (System.in.read() != -1) {
      // What is typed means nothing; only the end does.
    }
    System.exit(0);
  }
}
