package pl.obieg.delivery.epuap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.annotation.EnableScheduling;
import pl.obieg.exchange.IntakeForms;

class EpuapSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(PullService.class, () -> mock(PullService.class))
            .withBean(EpuapIntake.class, () -> mock(EpuapIntake.class))
            .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
            .withBean(
                    DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(mock(DataSource.class)))
            .withBean(EpuapMailbox.class)
            .withUserConfiguration(Bound.class);

    @EnableScheduling
    @EnableConfigurationProperties({EpuapSettings.class, IntakeForms.class})
    static class Bound {}

    @Test
    void startsWithoutAnySettingAndCallsNobody() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            EpuapSettings settings = context.getBean(EpuapSettings.class);
            assertThat(settings.connected()).isFalse();
            assertThat(settings.sendsOn(LocalDate.of(2025, 12, 31))).isFalse();
            context.getBean(EpuapMailbox.class).poll();
        });
    }

    /** DEL-24. */
    @Test
    void sendsUntilTheLastDayAndNotLonger() {
        runner.withPropertyValues(
                        "obieg.systems.epuap.keystore=office.p12", "obieg.systems.epuap.outgoing-enabled=true")
                .run(context -> {
                    EpuapSettings settings = context.getBean(EpuapSettings.class);
                    assertThat(settings.sendsOn(LocalDate.of(2025, 12, 31))).isTrue();
                    assertThat(settings.sendsOn(LocalDate.of(2026, 1, 1))).isFalse();
                });
    }

    @Test
    void knowsTheFormsOfApplicationYml() {
        runner.run(context -> {
            IntakeForms forms = context.getBean(IntakeForms.class);
            assertThat(forms.byNamespace(EpuapOffice.DN1).orElseThrow().formCode())
                    .isEqualTo("DN-1");
            assertThat(forms.byNamespace("http://obieg.example/wzor/in-1/1/")
                            .orElseThrow()
                            .message())
                    .isEqualTo("DeclarationArrived");
            assertThat(forms.byNamespace(null)).isEmpty();
        });
    }
}
