package pl.obieg.ledger;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import pl.obieg.calendar.OfficeClock;
import pl.obieg.exchange.Parties;
import pl.obieg.exchange.Party;
import pl.obieg.ledger.Overpayments.Refund;

/**
 * Orders of transfers as a file for the bank's programme: one line of Elixir-0 each, Windows-1250, CRLF. The layout is
 * from general knowledge, no bank's description was at hand; every bank accepts a variant of its own.
 */
@Repository
public class TransferFiles {

    private static final Charset WINDOWS_1250 = Charset.forName("windows-1250");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final BigDecimal GROSZE = BigDecimal.valueOf(100);
    private static final int LINE = 35;
    private static final int LINES = 4;

    /** A file as it is downloaded. */
    public record TransferFile(String name, byte[] content) {}

    private final JdbcClient jdbc;
    private final Parties parties;
    private final TransferSettings settings;
    private final OfficeClock clock;

    TransferFiles(JdbcClient jdbc, Parties parties, TransferSettings settings, OfficeClock clock) {
        this.jdbc = jdbc;
        this.parties = parties;
        this.settings = settings;
        this.clock = clock;
    }

    /** The file with this id. */
    public Optional<TransferFile> get(String id) {
        return jdbc.sql("select name, content from ledger.transfer_file where id = ?")
                .param(id)
                .query(TransferFile.class)
                .optional();
    }

    String write(Refund refund, String taxCase) {
        String id = UUID.randomUUID().toString();
        String name = "zwrot-" + refund.number().replace('/', '-') + ".txt";
        jdbc.sql("insert into ledger.transfer_file (id, name, content, made_at) values (?, ?, ?, ?)")
                .params(id, name, line(refund, taxCase).getBytes(WINDOWS_1250), Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private String line(Refund refund, String taxCase) {
        String from = officeAccount(refund.id());
        return "110,%s,%d,%s,0,\"%s\",\"%s\",\"%s\",\"%s\",0,%s,\"%s\",\"\",\"\",\"51\",\"\"\r\n"
                .formatted(
                        DAY.format(clock.today()),
                        refund.total().multiply(GROSZE).longValueExact(),
                        from.substring(2, 10),
                        from,
                        refund.bankAccount(),
                        folded(settings.orderer()),
                        folded(recipient(taxCase)),
                        refund.bankAccount().substring(2, 10),
                        folded("Zwrot nadpłaty " + refund.number() + " sprawa " + taxCase));
    }

    /** The account the money came in on. */
    private String officeAccount(String refundId) {
        return jdbc.sql("select p.bank_account from ledger.refund_part r join ledger.payment p on p.id = r.payment_id"
                        + " where r.refund_id = ? order by p.paid_on desc limit 1")
                .param(refundId)
                .query(String.class)
                .single()
                .replaceAll("\\D", "");
    }

    private String recipient(String taxCase) {
        List<String> ids = jdbc.sql("select p.party_id from ledger.payer_account_party p"
                        + " join ledger.payer_account a on a.account = p.account where a.case_number = ?"
                        + " order by p.party_id")
                .param(taxCase)
                .query(String.class)
                .list();
        return ids.stream().map(parties::get).map(Party::displayName).collect(Collectors.joining(", "));
    }

    /** Four lines of 35 characters at most, broken between words; quotation marks and bars would break the line. */
    private static String folded(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.replaceAll("[\"|\\s]+", " ").strip().split(" ")) {
            String cut = word.substring(0, Math.min(LINE, word.length()));
            if (line.length() + 1 + cut.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(cut);
        }
        lines.add(line.toString());
        return lines.stream().limit(LINES).collect(Collectors.joining("|"));
    }
}
