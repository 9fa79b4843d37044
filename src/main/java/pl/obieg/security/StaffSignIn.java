package pl.obieg.security;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import pl.obieg.process.StaffDirectory;

/** Signs staff in with the password kept in the staff directory; a role {@code ROLE_<group>} for each group. */
@Component
class StaffSignIn implements AuthenticationProvider {

    private final StaffDirectory staff;

    StaffSignIn(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        Object password = attempt.getCredentials();
        if (password == null || !staff.passwordMatches(login, password.toString())) {
            throw new BadCredentialsException("Nieprawidłowy login lub hasło.");
        }
        List<SimpleGrantedAuthority> roles = staff.groupsOf(login).stream()
                .map(group -> new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(login, null, roles);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
