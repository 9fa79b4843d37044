package pl.obieg;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The process platform of a municipal office: procedures, the systems they call, and the screens around them. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Obieg {

    public static void main(String[] arguments) {
        SpringApplication.run(Obieg.class, arguments);
    }
}
