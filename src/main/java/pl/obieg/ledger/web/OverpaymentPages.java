package pl.obieg.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.obieg.ledger.Nrb;
import pl.obieg.ledger.Overpayments;
import pl.obieg.ledger.Overpayments.Overpaid;
import pl.obieg.ledger.TransferFiles;
import pl.obieg.ledger.Zloty;

/**
 * An overpayment that is being dealt with: the payments it is made of, its refunds and their files, and the account the
 * payer gave. The account is kept here, not in the procedure, since it is personal data.
 */
@Controller
@RequestMapping("/ksiegowosc/nadplaty")
class OverpaymentPages {

    /** A line of the page. */
    public record Line(String id, String text, String accountText) {}

    /** A refund; {@code fileId} is {@code null} unless it is a transfer that was ordered. */
    public record RefundRow(
            String number, String way, String amount, String status, String explanation, String fileId) {}

    private final Overpayments overpayments;
    private final TransferFiles files;
    private final JdbcClient jdbc;

    OverpaymentPages(Overpayments overpayments, TransferFiles files, JdbcClient jdbc) {
        this.overpayments = overpayments;
        this.files = files;
        this.jdbc = jdbc;
    }

    @GetMapping("/{caseNumber}")
    String overpayment(@PathVariable String caseNumber, Model model, HttpServletRequest request) {
        Overpaid overpaid = find(caseNumber);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("csrfToken", token.getToken());
        }
        model.addAttribute("overpaid", overpaid);
        model.addAttribute("refundByText", Zloty.day(overpaid.refundBy()));
        model.addAttribute("bankAccountText", overpaid.bankAccount() == null ? "" : Nrb.spaced(overpaid.bankAccount()));
        model.addAttribute("payments", payments(overpaid));
        model.addAttribute("refunds", refunds(overpaid));
        return "ledger/overpayment";
    }

    @PostMapping("/{caseNumber}/rachunek")
    String payTo(@PathVariable String caseNumber, @RequestParam("rachunek") String nrb, RedirectAttributes redirect) {
        String digits = nrb.replaceAll("[^0-9]", "");
        if (Nrb.isValid(digits)) {
            overpayments.payTo(find(caseNumber).id(), digits);
            redirect.addFlashAttribute("message", "Zapisano rachunek do zwrotu.");
        } else {
            redirect.addFlashAttribute(
                    "message", "To nie jest poprawny numer rachunku: 26 cyfr z cyframi kontrolnymi.");
        }
        return "redirect:/ksiegowosc/nadplaty/" + caseNumber;
    }

    @GetMapping("/pliki/{id}")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        TransferFiles.TransferFile file =
                files.get(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }

    private Overpaid find(String caseNumber) {
        return overpayments.ofCase(caseNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Line> payments(Overpaid overpaid) {
        return jdbc.sql("""
                select p.id, p.paid_on, p.amount, p.amount - p.allocated - p.refunded - p.moved as rest,
                    p.sender_account
                from ledger.payment p join ledger.payer_account a on a.case_number = p.case_number
                where a.account = ? and p.status = 'ALLOCATED' and (p.refunded > 0 or p.moved > 0
                    or p.amount > p.allocated)
                order by p.paid_on, p.id
                """)
                .param(overpaid.account())
                .query((row, number) -> new Line(
                        row.getString("id"),
                        "Wpłata %s z %s, nierozliczone %s"
                                .formatted(
                                        Zloty.text(row.getBigDecimal("amount")),
                                        Zloty.day(row.getDate("paid_on").toLocalDate()),
                                        Zloty.text(row.getBigDecimal("rest"))),
                        row.getString("sender_account") == null ? "" : Nrb.spaced(row.getString("sender_account"))))
                .list();
    }

    private List<RefundRow> refunds(Overpaid overpaid) {
        return jdbc.sql("""
                select number, case way when 'TRANSFER' then 'przelew' when 'CASH' then 'w kasie' else 'przekaz' end
                    as way, amount + interest as total, case status when 'PREPARED' then 'czeka na zatwierdzenie'
                    when 'ORDERED' then 'zlecony' when 'EXECUTED' then 'wykonany' else 'cofnięty' end as status,
                    explanation, file_id
                from ledger.refund where overpayment_id = ? order by prepared_on, number
                """)
                .param(overpaid.id())
                .query((row, number) -> new RefundRow(
                        row.getString("number"),
                        row.getString("way"),
                        Zloty.text(row.getBigDecimal("total")),
                        row.getString("status"),
                        row.getString("explanation"),
                        row.getString("file_id")))
                .list();
    }
}
