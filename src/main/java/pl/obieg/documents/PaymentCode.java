package pl.obieg.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * The QR code of a credit transfer, which banking applications read from a letter. Follows the two-dimensional code of
 * the Polish Bank Association (ZBP): {@code NIP|PL|account|amount|recipient|title|||}.
 */
@Component
public class PaymentCode {

    private static final int SIDE = 250;
    private static final int LONGEST_NAME = 20;
    private static final int LONGEST_TITLE = 32;
    private static final BigDecimal LARGEST = new BigDecimal("9999.99");
    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            4);

    /**
     * @param nip of the recipient, 10 digits
     * @param nrb account, 26 digits; spaces are dropped
     * @param amountZl zł; more than 9 999,99 does not fit the standard's six digits, then the payer types it
     * @param recipientName cut to 20 characters
     * @param title of the transfer, cut to 32 characters
     * @return a PNG of 250 × 250 pixels
     */
    public byte[] png(String nip, String nrb, BigDecimal amountZl, String recipientName, String title) {
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(text(nip, nrb, amountZl, recipientName, title), BarcodeFormat.QR_CODE, SIDE, SIDE, HINTS);
            BufferedImage image = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    image.setRGB(x, y, dots.get(x, y) ? 0xFF000000 : 0xFFFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (WriterException | IOException unwritable) {
            throw new UncheckedIOException(new IOException("The payment code cannot be drawn", unwritable));
        }
    }

    /** The same as {@code data:} URI, for {@code <img src>} in a letter. */
    public String dataUri(String nip, String nrb, BigDecimal amountZl, String recipientName, String title) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png(nip, nrb, amountZl, recipientName, title));
    }

    private static String text(String nip, String nrb, BigDecimal amountZl, String recipientName, String title) {
        String account = nrb.replaceAll("\\s", "");
        if (!account.matches("\\d{26}")) {
            throw new IllegalArgumentException("An NRB has 26 digits");
        }
        if (amountZl.signum() < 0) {
            throw new IllegalArgumentException("A payment is not negative");
        }
        long grosze = amountZl.compareTo(LARGEST) > 0
                ? 0
                : amountZl.movePointRight(2)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact();
        return String.join(
                "|",
                nip == null ? "" : nip.replaceAll("\\D", ""),
                "PL",
                account,
                String.format("%06d", grosze),
                cut(recipientName, LONGEST_NAME),
                cut(title, LONGEST_TITLE),
                "",
                "",
                "");
    }

    private static String cut(String text, int longest) {
        String plain = text.replace('|', ' ').strip();
        return plain.length() <= longest ? plain : plain.substring(0, longest).strip();
    }
}
