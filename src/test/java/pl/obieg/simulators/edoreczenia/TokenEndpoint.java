package pl.obieg.simulators.edoreczenia;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The realm EDOR: gives tokens for signed assertions and checks tokens. A token does not survive a restart. */
@RestController("edoreczeniaTokenEndpoint")
class TokenEndpoint {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final TrustedSystems systems;
    private final Behaviour behaviour;
    private final Clock clock;
    private final Set<String> assertionsSeen = ConcurrentHashMap.newKeySet();
    private volatile byte[] secret = newSecret();

    TokenEndpoint(TrustedSystems systems, Behaviour behaviour, Clock clock) {
        this.systems = systems;
        this.behaviour = behaviour;
        this.clock = clock;
    }

    @PostMapping("/edoreczenia/auth/realms/EDOR/protocol/openid-connect/token")
    ResponseEntity<Map<String, Object>> token(
            @RequestParam("grant_type") String grantType,
            @RequestParam("client_assertion_type") String assertionType,
            @RequestParam("client_assertion") String assertion,
            @RequestParam(name = "scope", defaultValue = "") String scope,
            @RequestParam("login_hint") String loginHint) {
        if (behaviour.meets(Behaviour.Fault.DOWN)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        if (!grantType.equals("client_credentials") || !assertionType.equals(JWT_BEARER)) {
            return ResponseEntity.badRequest().body(Map.of("error", "unsupported_grant_type"));
        }
        try {
            JWTClaimsSet claims = checked(assertion);
            String ade = loginHint.substring("ADE.".length());
            if (!claims.getSubject().startsWith(ade + ".SYSTEM.")) {
                return unauthorised("login_hint does not match the client");
            }
            return ResponseEntity.ok(Map.of(
                    "access_token",
                    issue(ade, claims.getSubject(), scope),
                    "expires_in",
                    LIFE.toSeconds(),
                    "token_type",
                    "Bearer",
                    "scope",
                    scope));
        } catch (ParseException | JOSEException | IllegalArgumentException refused) {
            return unauthorised(String.valueOf(refused.getMessage()));
        }
    }

    private JWTClaimsSet checked(String assertion) throws ParseException, JOSEException {
        SignedJWT jwt = SignedJWT.parse(assertion);
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        require(JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()), "RS256 expected");
        require(claims.getSubject() != null && claims.getSubject().equals(claims.getIssuer()), "iss must equal sub");
        require(
                claims.getAudience().stream().anyMatch(audience -> audience.contains("/auth/realms/EDOR")),
                "aud must be the realm");
        Instant now = clock.instant();
        require(
                claims.getExpirationTime() != null
                        && claims.getExpirationTime().toInstant().plus(SKEW).isAfter(now),
                "expired");
        require(
                claims.getNotBeforeTime() == null
                        || claims.getNotBeforeTime().toInstant().minus(SKEW).isBefore(now),
                "not valid yet");
        Optional<X509Certificate> presented = Optional.ofNullable(
                        jwt.getHeader().getX509CertChain())
                .flatMap(chain -> chain.stream().findFirst())
                .map(leaf -> X509CertUtils.parse(leaf.decode()));
        X509Certificate certificate = systems.of(claims.getSubject(), presented)
                .orElseThrow(() -> new IllegalArgumentException("unknown client"));
        require(jwt.verify(new RSASSAVerifier((RSAPublicKey) certificate.getPublicKey())), "wrong signature");
        require(claims.getJWTID() != null && assertionsSeen.add(claims.getJWTID()), "jti missing or used before");
        return claims;
    }

    private String issue(String ade, String client, String scope) throws JOSEException {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .issuer("https://ow.edoreczenia.gov.pl/auth/realms/EDOR")
                        .subject(client)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .claim(
                                "authorization",
                                Map.of(
                                        "permissions",
                                        List.of(Map.of("rsname", "ADE." + ade, "scopes", List.of(scope.split(" "))))))
                        .claim("mailbox", Map.of("address", ade, "status", "active", "context", "PublicEntity"))
                        .build());
        token.sign(new MACSigner(secret));
        return token.serialize();
    }

    /** Whether the header of a call carries a valid token for the mailbox with the scope. */
    boolean allows(String authorization, String ade, String scope) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            return false;
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring("Bearer ".length()));
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return token.getState() == JWSObject.State.SIGNED
                    && token.verify(new MACVerifier(secret))
                    && claims.getExpirationTime().toInstant().isAfter(clock.instant())
                    && String.valueOf(claims.getClaim("authorization")).contains("ADE." + ade)
                    && String.valueOf(claims.getClaim("authorization")).contains(scope);
        } catch (ParseException | JOSEException broken) {
            return false;
        }
    }

    /** All tokens given so far become void, as after a restart of the realm. */
    @PostMapping("/edoreczenia/tokeny/uniewaznij")
    void revokeAll() {
        secret = newSecret();
    }

    private static byte[] newSecret() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException(reason);
        }
    }

    private static ResponseEntity<Map<String, Object>> unauthorised(String reason) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .body(Map.of("error", "unauthorized_client", "error_description", reason));
    }
}
