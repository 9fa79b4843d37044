package pl.obieg.process.engine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.PriorityOrdered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.NoRollbackRuleAttribute;
import pl.obieg.process.Refusal;

/**
 * A {@link Refusal} is an answer, not a failure: passing through a transactional bean it must not doom the transaction,
 * in which the procedure goes on along its error path.
 */
@Configuration(proxyBeanMethods = false)
class RefusalsCommit {

    @Bean
    static NoRollback refusalsDoNotRollBack() {
        return new NoRollback();
    }

    /** Comes before every other processor, since the rules are read as soon as the first proxy is made. */
    static class NoRollback implements BeanPostProcessor, PriorityOrdered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof AnnotationTransactionAttributeSource transactions) {
                transactions.addDefaultRollbackRule(new NoRollbackRuleAttribute(Refusal.class));
            }
            return bean;
        }
    }
}
