// The flags of the JVM that runs Neo4j: those of Neo4j's own start script that matter for speed, and quiet.

export function javaFlags(java: { major: number }, heapMb: number): string[] {
  return [
    `-Xmx${heapMb}m`,
    // On one core the JVM would choose the serial collector.
    '-XX:+UseG1GC',
    '-XX:+DisableExplicitGC',
    // A server without memory answers nonsense or nothing; a dead one is noticed.
    '-XX:+ExitOnOutOfMemoryError',
    // Leaves no file in the system's temporary folder after a SIGKILL.
    '-XX:-UsePerfData',
    // Without these, page cache and Bolt fall back to slower buffers.
    '--add-opens=java.base/java.nio=ALL-UNNAMED',
    '--add-opens=java.base/java.io=ALL-UNNAMED',
    '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Djdk.nio.maxCachedBufferSize=1024',
    '-Dlog4j2.disable.jmx=true',
    // Newer Javas warn on every start about what Neo4j's libraries do; older ones do not know the flags.
    ...(java.major >= 22 ? ['--enable-native-access=ALL-UNNAMED'] : []),
    ...(java.major >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
  ];
}
