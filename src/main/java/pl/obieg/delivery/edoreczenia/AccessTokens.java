package pl.obieg.delivery.edoreczenia;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Bearer tokens of the operator: client credentials with an assertion signed RS256 by the registered key (technical
 * project 5.27, §4.3). A token is kept until shortly before it expires.
 */
final class AccessTokens {

    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final EDeliverySettings settings;
    private final Clock clock;
    private final RestClient http;
    private SystemKey key;
    private String token;
    private Instant usableUntil;

    AccessTokens(EDeliverySettings settings, Clock clock, RestClient http) {
        this.settings = settings;
        this.clock = clock;
        this.http = http;
    }

    /** A token that is still usable. */
    synchronized String current() {
        if (token == null || !clock.instant().isBefore(usableUntil)) {
            Granted granted = ask();
            token = granted.accessToken();
            usableUntil = clock.instant().plusSeconds(granted.expiresIn()).minus(EARLY);
        }
        return token;
    }

    /** Forgets the token if it is still the one that was refused, so that a token renewed meanwhile stays. */
    synchronized void refused(String refusedToken) {
        if (refusedToken.equals(token)) {
            token = null;
        }
    }

    private Granted ask() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.add("client_assertion", assertion());
        form.add("scope", String.join(" ", settings.scopes()));
        Granted granted = http.post()
                .uri(UriComponentsBuilder.fromUri(settings.tokenUrl())
                        .queryParam("login_hint", "ADE." + settings.ownAddress())
                        .build()
                        .toUri())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(Granted.class);
        if (granted == null || granted.accessToken() == null) {
            throw new EDeliveryUnavailable("The token endpoint gave no token");
        }
        return granted;
    }

    private String assertion() {
        if (key == null) {
            key = SystemKey.of(settings);
        }
        Instant now = clock.instant();
        String audience = settings.audience().isBlank() ? settings.tokenUrl().toString() : settings.audience();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(settings.client())
                .subject(settings.client())
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE)))
                .build();
        try {
            // the certificate travels along, so a server that trusts its issuer needs no copy of it
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .x509CertChain(List.of(Base64.encode(key.certificate().getEncoded())))
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key.privateKey()));
            return jwt.serialize();
        } catch (JOSEException | CertificateEncodingException unusable) {
            throw new IllegalStateException("The key of e-Doręczenia cannot sign", unusable);
        }
    }

    private record Granted(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
