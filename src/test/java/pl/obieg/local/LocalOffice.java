package pl.obieg.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import pl.obieg.calendar.OfficeClock;

/** What a local run adds to the application: sample people, settings that point at the simulators, a greeting. */
@Configuration(proxyBeanMethods = false)
@Import({SampleStaff.class})
public class LocalOffice {

    /** Settings of the application for a local run. */
    public static Map<String, Object> settings(String databaseUrl, int outsidePort, Path home) {
        String outside = "http://localhost:" + outsidePort;
        Map<String, Object> settings = new HashMap<>();
        settings.put("obieg.local", "true");
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.datasource.username", "postgres");
        settings.put("spring.datasource.hikari.maximum-pool-size", 24);
        return settings;
    }

    /** Settings of the world outside. */
    public static Map<String, Object> outsideSettings(String databaseUrl, Path home) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", databaseUrl);
        return settings;
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
