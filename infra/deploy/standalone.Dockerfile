# Everything in one container: docker build -f infra/deploy/standalone.Dockerfile -t assay/standalone .
# Before: ./mvnw package -DskipTests. Run: docker run -p 8080:8080 -v assay:/var/lib/assay assay/standalone --simulate
FROM eclipse-temurin:25-jre
# Postgres refuses to run as root.
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/assay assay
WORKDIR /var/lib/assay
COPY infra/standalone/target/lib/ /opt/assay/lib/
COPY infra/standalone/target/assay.jar /opt/assay/assay.jar
USER assay
VOLUME /var/lib/assay
EXPOSE 8080
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-Xmx2g", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", \
  "-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=2400", \
  "-XX:Tier4CompileThreshold=60000", "-XX:Tier4BackEdgeThreshold=160000", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", \
  "-jar", "/opt/assay/assay.jar", "up", "--host", "0.0.0.0", "--data", "/var/lib/assay/data"]
