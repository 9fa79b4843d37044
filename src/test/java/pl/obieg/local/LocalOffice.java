package pl.obieg.local;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.web.client.RestClient;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.simulators.pki.TestPki;
import pl.obieg.simulators.town.Town;

/** What a local run adds to the application: sample people, settings that point at the simulators, a greeting. */
@Configuration(proxyBeanMethods = false)
@Import({SampleStaff.class, SampleCitizens.class, LocalLinks.class})
public class LocalOffice {

    /** The office's own address for e-Doręczenia. */
    public static final String OWN_ADE = "AE:PL-66081-65851-BHGEH-20";

    /** The bank account in which payers' individual accounts are collected. */
    private static final String COLLECTING_ACCOUNT = "29114010810000267002001002";

    /** Settings of the application for a local run. */
    public static Map<String, Object> settings(String databaseUrl, int outsidePort, Path home) {
        String outside = "http://localhost:" + outsidePort;
        TestPki pki = TestPki.in(home.resolve("pki"));
        Map<String, Object> settings = new HashMap<>();
        settings.put("obieg.local", "true");
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.hikari.maximum-pool-size", 30);
        settings.put("obieg.documents.seal.type", "pkcs12");
        settings.put("obieg.documents.seal.path", pki.seal().pkcs12().toString());
        settings.put("obieg.documents.seal.password", TestPki.PASSWORD);
        settings.put("obieg.documents.arms", "classpath:herb/herb.png");
        settings.put("obieg.documents.trust", pki.caPem().toString());
        settings.put("obieg.systems.epuap.pull-url", outside + "/epuap/services/pull");
        settings.put("obieg.systems.epuap.dorecz-url", outside + "/epuap/services/doreczyciel");
        settings.put("obieg.systems.epuap.keystore", pki.office().pkcs12().toString());
        settings.put("obieg.systems.epuap.password", TestPki.PASSWORD);
        settings.put("obieg.systems.epuap.poll-interval", "2s");
        settings.put("obieg.systems.e-doreczenia.binding", "web-service");
        settings.put("obieg.systems.e-doreczenia.base-url", outside + "/edoreczenia/api/v3");
        settings.put(
                "obieg.systems.e-doreczenia.token-url",
                outside + "/edoreczenia/auth/realms/EDOR/protocol/openid-connect/token");
        settings.put("obieg.systems.e-doreczenia.audience", outside + "/edoreczenia/auth/realms/EDOR");
        settings.put("obieg.systems.e-doreczenia.search-url", outside + "/edoreczenia/api/se/v4");
        settings.put("obieg.systems.e-doreczenia.own-address", OWN_ADE);
        settings.put(
                "obieg.systems.e-doreczenia.key-store",
                pki.office().pkcs12().toUri().toString());
        settings.put("obieg.systems.e-doreczenia.key-store-password", TestPki.PASSWORD);
        settings.put("obieg.systems.e-doreczenia.poll-delay", "2s");
        settings.put("obieg.systems.e-doreczenia.retry-pause", "1s");
        settings.put("obieg.systems.e-doreczenia.hybrid.sender.name", "Urząd Gminy Przykładowo");
        settings.put("obieg.systems.e-doreczenia.hybrid.sender.street", "Ratuszowa");
        settings.put("obieg.systems.e-doreczenia.hybrid.sender.building", "1");
        settings.put("obieg.systems.e-doreczenia.hybrid.sender.postcode", "00-999");
        settings.put("obieg.systems.e-doreczenia.hybrid.sender.place", "Przykładowo");
        settings.put("obieg.systems.post.url", outside + "/post/websrv/en.php");
        settings.put("obieg.systems.post.login", "urzad");
        settings.put("obieg.systems.post.password", "test");
        settings.put("obieg.systems.post.poll-delay", "2s");
        settings.put("obieg.systems.bank.inbox", home.resolve("bank").toString());
        settings.put("obieg.systems.bank.poll-delay", "2s");
        settings.put("obieg.systems.bank.quiet-period", "0s");
        settings.put("obieg.systems.bank.accounts", COLLECTING_ACCOUNT);
        settings.put("obieg.systems.enforcement.binding", "web-service");
        settings.put("obieg.systems.enforcement.url", outside + "/enforcement/api");
        settings.put("obieg.systems.enforcement.token", "test");
        settings.put("obieg.systems.enforcement.poll-delay", "2s");
        return settings;
    }

    /** Settings of the world outside. */
    public static Map<String, Object> outsideSettings(String databaseUrl, Path home) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("obieg.simulators.pki", home.resolve("pki").toString());
        settings.put("simulators.bank.outbox", home.resolve("bank").toString());
        settings.put("simulators.bank.account", COLLECTING_ACCOUNT);
        return settings;
    }

    /** Makes the office and its first inhabitants known to the world outside, as registration would. */
    public static void register(int outsidePort, Path home) {
        RestClient outside = RestClient.create("http://localhost:" + outsidePort);
        TestPki pki = TestPki.in(home.resolve("pki"));
        String certificate = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(encoded(pki)) + "\n-----END CERTIFICATE-----\n";
        outside.post()
                .uri("/edoreczenia/certyfikaty")
                .body(Map.of("client", OWN_ADE + ".SYSTEM.OBIEG", "certificate", certificate))
                .retrieve()
                .toBodilessEntity();
        outside.post()
                .uri("/edoreczenia/bae")
                .body(Map.of(
                        "nip",
                        "9999999982",
                        "ade",
                        APPEAL_BODY_ADE,
                        "category",
                        "PUBLIC_INSTITUTION",
                        "name",
                        "Samorządowe Kolegium Odwoławcze w Przykładowie"))
                .retrieve()
                .toBodilessEntity();
        for (int n : PEOPLE_WITH_ADE) {
            Town.Person person = Town.naturalPerson(n);
            outside.post()
                    .uri("/edoreczenia/bae")
                    .body(Map.of(
                            "pesel",
                            person.pesel(),
                            "ade",
                            ade(n),
                            "category",
                            "INDIVIDUAL",
                            "name",
                            person.firstName() + " " + person.lastName()))
                    .retrieve()
                    .toBodilessEntity();
        }
    }

    /** The appeal body's address, with a right checksum. */
    public static final String APPEAL_BODY_ADE = ade(900);

    /** People of the town (by number) who have an address for e-Doręczenia; all others get letters by post. */
    public static final List<Integer> PEOPLE_WITH_ADE = List.of(1, 3, 5, 7, 9);

    /** The address of the person, with a right checksum. */
    public static String ade(int n) {
        int first = 10_000 + n;
        int second = 20_000 + n;
        int letters = "ABCDE".chars().sum();
        int sum = String.valueOf(Math.abs(letters - (first + second)))
                .chars()
                .map(digit -> digit - '0')
                .sum();
        return String.format("AE:PL-%05d-%05d-ABCDE-%02d", first, second, sum);
    }

    private static byte[] encoded(TestPki pki) {
        try {
            return pki.office().certificate().getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keeps the application's own scan away from everything that is there for tests. */
    public static void scanProductOnly(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("productOnly", new ProductOnly());
    }

    /** Leaves out classes whose bytes lie among the test classes. */
    static class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }

    /** Makes the application use this clock instead of one of its own. */
    public static void shareClock(ConfigurableApplicationContext context, OfficeClock clock) {
        context.addBeanFactoryPostProcessor(factory -> {
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) factory;
            if (beans.containsBeanDefinition("officeClock")) {
                beans.removeBeanDefinition("officeClock");
            }
            RootBeanDefinition definition = new RootBeanDefinition(OfficeClock.class, () -> clock);
            definition.setPrimary(true);
            beans.registerBeanDefinition("officeClock", definition);
        });
    }

    /** Prints addresses and sign-ins. */
    public static void sayHello(int port, int outsidePort, long seconds) {
        StringBuilder text = new StringBuilder();
        text.append("\n  Obieg – Gmina Przykładowo (dane zmyślone), gotowy po ")
                .append(seconds)
                .append(" s\n\n");
        text.append("  Start           http://localhost:").append(port).append("/\n");
        text.append("  Zadania         http://localhost:").append(port).append("/camunda/app/tasklist/default/\n");
        text.append("  Portal          http://localhost:").append(port).append("/gmina24\n");
        text.append("  Świat zewnętrzny http://localhost:").append(outsidePort).append("/\n\n");
        text.append("  Hasło każdej osoby: ").append(SampleStaff.PASSWORD).append("\n");
        SampleStaff.PEOPLE.forEach(person -> text.append(String.format(
                "    %-10s %s %s, %s%n", person.login(), person.firstName(), person.lastName(), person.post())));
        System.out.println(text);
    }
}
