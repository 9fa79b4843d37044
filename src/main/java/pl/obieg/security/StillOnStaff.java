package pl.obieg.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import pl.obieg.process.StaffDirectory;

/**
 * Ends a session whose person has left the staff or changed groups since signing in. Without it a dismissed clerk would
 * keep access as long as the browser asks for news, and Tasklist does so by itself.
 */
class StillOnStaff extends OncePerRequestFilter {

    private final StaffDirectory staff;

    StillOnStaff(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        HttpSession session = request.getSession(false);
        if (session != null && person != null && groups(person).isPresent()) {
            if (!staff.groupsOf(person.getName()).equals(groups(person).get())) {
                session.invalidate();
                SecurityContextHolder.clearContext();
            }
        }
        chain.doFilter(request, response);
    }

    /** Groups as they were at sign-in; none for people who are not staff. */
    private static java.util.Optional<Set<String>> groups(Authentication person) {
        Set<String> roles = person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return roles.contains("ROLE_CITIZEN") || roles.contains("ROLE_ANONYMOUS")
                ? java.util.Optional.empty()
                : java.util.Optional.of(roles.stream()
                        .map(role -> role.substring("ROLE_".length()))
                        .collect(Collectors.toSet()));
    }
}
