package pl.obieg.ledger.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.transaction.PlatformTransactionManager;
import pl.obieg.ledger.BankSettings;
import pl.obieg.ledger.LedgerFixture;
import pl.obieg.ledger.Settlement;

class BankFolderSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableConfigurationProperties(BankSettings.class)
    @Import({BankFolder.class, BankFileImport.class, StatementReader.class})
    static class Office {}

    @TempDir
    private Path folder;

    private final LedgerFixture ledger = new LedgerFixture();
    private final ApplicationContextRunner office = new ApplicationContextRunner()
            .withUserConfiguration(Office.class)
            .withBean(JdbcClient.class, () -> ledger.jdbc)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(Settlement.class, () -> ledger.settlement)
            .withBean(PlatformTransactionManager.class, ledger.database::transactions);

    @Test
    void noFolderIsWatchedUnlessOneIsSet() {
        office.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BankFolder.class));
    }

    @Test
    void theFolderIsWatchedEveryHalfMinute() {
        office.withPropertyValues("obieg.systems.bank.inbox=" + folder.resolve("bank"))
                .run(context -> assertThat(context.getBean(ScheduledAnnotationBeanPostProcessor.class)
                                .getScheduledTasks())
                        .singleElement()
                        .satisfies(task -> assertThat(((FixedDelayTask) task.getTask()).getIntervalDuration())
                                .isEqualTo(Duration.ofSeconds(30))));
    }

    @Test
    void refusesToStartWithABadSortCode() {
        office.withPropertyValues("obieg.systems.bank.sort-code=12")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void readsAProfileFromSettings() {
        office.withPropertyValues(
                        "obieg.systems.bank.profile.encoding=UTF-8",
                        "obieg.systems.bank.profile.labels=KONTO,TYTUŁ",
                        "obieg.systems.bank.profile.payer-account=KONTO",
                        "obieg.systems.bank.profile.free-text=TYTUŁ",
                        "obieg.systems.bank.profile.title=TYTUŁ",
                        "obieg.systems.bank.profile.mass-payment-id=K-(\\d{12})")
                .run(context -> {
                    String text = SampleStatements.statement(
                            "0,", "5,", ":61:260309C5,NTRFX//B1\n:86:KONTO: K-0000000\n00042; TYTUŁ: Żółć\n");
                    assertThat(context.getBean(StatementReader.class).read(SampleStatements.utf8(text)))
                            .singleElement()
                            .satisfies(line -> {
                                assertThat(line.payerAccount()).isEqualTo("000000000042");
                                assertThat(line.title()).isEqualTo("Żółć");
                            });
                });
    }
}
