package pl.obieg.delivery;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for every delivery of the office (inputs of D13).
 *
 * @param epuapAllowed whether letters to citizens may go by ePUAP; since 1.01.2026 it knows no fiction (DEL-24)
 * @param puhAvailable whether the public hybrid service is contracted (DEL-18)
 * @param ownCouriersCampaign whether the office's own people carry letters at present
 * @param places places of the gmina, in any case of letters
 * @param soltysPlaces places where the sołtys delivers (DEL-03)
 */
@Validated
@ConfigurationProperties("obieg.delivery")
public record DeliverySettings(
        @DefaultValue("false") boolean epuapAllowed,
        @DefaultValue("false") boolean puhAvailable,
        @DefaultValue("false") boolean ownCouriersCampaign,
        @NotNull @DefaultValue List<String> places,
        @NotNull @DefaultValue List<String> soltysPlaces) {}
