package pl.obieg.portal;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs a citizen in with login and password. A wrong password, an unknown login and a held account give one and the
 * same answer. The national node (login.gov.pl) takes its place in production; pages need only the principal's name.
 */
@Component("citizenAuthentication")
class CitizenAuthentication implements AuthenticationProvider {

    private final Citizens citizens;

    CitizenAuthentication(Citizens citizens) {
        this.citizens = citizens;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Object password = attempt.getCredentials();
        if (password == null || !citizens.admits(attempt.getName(), password.toString())) {
            throw new BadCredentialsException("No such citizen, wrong password, or the account is held");
        }
        UsernamePasswordAuthenticationToken citizen = UsernamePasswordAuthenticationToken.authenticated(
                Citizens.written(attempt.getName()), null, List.of(new SimpleGrantedAuthority("ROLE_CITIZEN")));
        citizen.setDetails(attempt.getDetails());
        return citizen;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
