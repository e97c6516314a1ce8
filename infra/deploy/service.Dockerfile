# One service: docker build -f infra/deploy/service.Dockerfile --build-arg SERVICE=api-service -t assay/api-service .
# Before: ./mvnw package -DskipTests
FROM eclipse-temurin:25-jre
ARG SERVICE
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/assay assay
WORKDIR /var/lib/assay
COPY ${SERVICE}/target/lib/ /opt/assay/lib/
COPY ${SERVICE}/target/${SERVICE}.jar /opt/assay/service.jar
USER assay
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseCompactObjectHeaders", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/assay/service.jar"]
