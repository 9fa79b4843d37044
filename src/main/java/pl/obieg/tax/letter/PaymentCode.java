package pl.obieg.tax.letter;

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
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The 2D code for a transfer by the recommendation of the Polish Bank Association (ZBP, 2013):
 * {@code NIP|PL|NRB|amount|name|title|||}, amount in gr with six digits, name up to 20 and title up to 32 characters.
 */
public final class PaymentCode {

    private static final BigDecimal LARGEST = new BigDecimal("9999.99");
    private static final int SIZE = 240;

    private PaymentCode() {}

    /**
     * The text in the code. An amount too large for six digits is left to the payer: {@code 000000}.
     *
     * @param nrb 26 digits
     * @param amount zł
     */
    public static String text(String nip, String nrb, BigDecimal amount, String name, String title) {
        String grosze = amount.compareTo(LARGEST) > 0
                ? "000000"
                : String.format("%06d", amount.movePointRight(2).intValueExact());
        return String.join("|", nip, "PL", nrb, grosze, cut(name, 20), cut(title, 32), "", "", "");
    }

    /** PNG of the code, in Base64. */
    public static String png(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            SIZE,
                            SIZE,
                            Map.of(
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    4));
            BufferedImage image =
                    new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    image.setRGB(x, y, modules.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException impossible) {
            throw new IllegalStateException("The payment code cannot be drawn", impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String cut(String text, int length) {
        String plain = text.replace('|', ' ');
        return plain.length() <= length ? plain : plain.substring(0, length);
    }
}
