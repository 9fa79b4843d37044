package pl.obieg.process.engine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a piece of work soon after the present transaction has committed, in a thread of its own. The work may be lost
 * with the node; a sweep finds what was left.
 */
@Component
class AfterCommit implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

    AfterCommit() {
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(2);
        threads.setThreadNamePrefix("after-commit-");
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(10);
        threads.initialize();
    }

    void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            submit(work);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                submit(work);
            }
        });
    }

    private void submit(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException left) {
                LOG.info("Left for the sweep: {}", left.getClass().getSimpleName());
                LOG.debug("Left for the sweep", left);
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
