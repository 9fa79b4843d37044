package pl.obieg.delivery.epuap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.obieg.delivery.ElectronicAddresses;
import pl.obieg.exchange.Party;
import pl.obieg.exchange.Submissions;

/**
 * The ePUAP box from which a party last wrote to the office. As long as the office may not send by ePUAP nobody has one
 * (rulebook DEL-24).
 */
@Component
public class EpuapAddresses implements ElectronicAddresses {

    private final Submissions submissions;
    private final EpuapSettings settings;
    private final Clock clock;

    EpuapAddresses(Submissions submissions, EpuapSettings settings, Clock clock) {
        this.submissions = submissions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return EpuapIntake.CHANNEL;
    }

    @Override
    public Optional<String> find(Party party) {
        if (!settings.sendsOn(LocalDate.now(clock))) {
            return Optional.empty();
        }
        return Stream.of(party.pesel(), party.nip(), party.regon())
                .filter(Objects::nonNull)
                .map(identifier -> submissions.latestReplyAddress(EpuapIntake.CHANNEL, identifier))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
