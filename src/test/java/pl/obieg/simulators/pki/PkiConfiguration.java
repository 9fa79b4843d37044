package pl.obieg.simulators.pki;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The authority all simulators trust; {@code obieg.simulators.pki} names its directory. */
@Configuration(proxyBeanMethods = false)
public class PkiConfiguration {

    @Bean
    TestPki testPki(@Value("${obieg.simulators.pki:.obieg/pki}") String directory) {
        return TestPki.in(Path.of(directory));
    }
}
