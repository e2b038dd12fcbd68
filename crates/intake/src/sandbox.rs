//! What the worker process gives up before it reads a byte it has no reason to trust (reliability.md, T6 and T7).
//!
//! On Unix: 1 GiB of address space, no core files, 20 s of processor time for each document. On Linux also a seccomp filter:
//! opening files, sockets, starting programs or processes, tracing and the like fail with `EPERM`. It can't be taken back.
//! A kernel without seccomp, or an operating system without these limits, leaves them out; then the client's wall clock and
//! the parsers' own limits remain. Nothing here limits what was open before: the client hands over two pipes and nothing else.

use std::time::Duration;

#[cfg(unix)]
use crate::limits;

/// Gives it all up. What the system refuses is left out.
pub fn enter() {
    #[cfg(unix)]
    {
        set_limit(libc::RLIMIT_CORE, Some(0), Some(0));
        set_limit(
            libc::RLIMIT_AS,
            Some(limits::ADDRESS_SPACE),
            Some(limits::ADDRESS_SPACE),
        );
    }
    #[cfg(target_os = "linux")]
    // Best effort: an old kernel or a container may refuse, and the limits above hold all the same.
    let _ = filter::apply();
}

/// Lets the process use the processor for a document's share from now on; beyond it the kernel ends it.
pub(crate) fn allow_time_for_a_document() {
    #[cfg(unix)]
    // The kernel counts whole seconds: one for what was cut off, one for what is under way.
    set_limit(
        libc::RLIMIT_CPU,
        Some(used().as_secs() + 2 + limits::CPU_SECONDS),
        None,
    );
}

/// Sets soft and hard limit of `resource`, keeping those not given and never above the hard limit.
#[cfg(unix)]
fn set_limit(resource: Resource, soft: Option<u64>, hard: Option<u64>) {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    #[expect(unsafe_code, reason = "setrlimit has no safe binding in the standard library")]
    // SAFETY: both calls get a pointer to a whole `rlimit` on this stack and keep none of it.
    unsafe {
        if libc::getrlimit(resource, &raw mut limit) != 0 {
            return;
        }
        limit.rlim_max = hard.map_or(limit.rlim_max, |h| h.min(limit.rlim_max));
        limit.rlim_cur = soft.map_or(limit.rlim_cur, |s| s).min(limit.rlim_max);
        libc::setrlimit(resource, &raw const limit);
    }
}

#[cfg(all(target_os = "linux", target_env = "gnu"))]
type Resource = libc::__rlimit_resource_t;
#[cfg(all(unix, not(all(target_os = "linux", target_env = "gnu"))))]
type Resource = libc::c_int;

/// Processor time used by the process so far; nothing where the system doesn't say.
pub fn used() -> Duration {
    #[cfg(unix)]
    {
        let mut usage = std::mem::MaybeUninit::<libc::rusage>::zeroed();
        #[expect(unsafe_code, reason = "getrusage has no safe binding in the standard library")]
        // SAFETY: the call fills the `rusage` it is given; all zeros, which it holds before, is a valid one too.
        let usage = unsafe {
            libc::getrusage(libc::RUSAGE_SELF, usage.as_mut_ptr());
            usage.assume_init()
        };
        let time = |t: libc::timeval| {
            let micros = t.tv_sec * 1_000_000 + t.tv_usec;
            Duration::from_micros(u64::try_from(micros).unwrap_or_default())
        };
        time(usage.ru_utime) + time(usage.ru_stime)
    }
    #[cfg(not(unix))]
    Duration::ZERO
}

#[cfg(target_os = "linux")]
mod filter {
    //! The list of what fails. A list of what is allowed would be stricter, but the allocator, the threads and the C library
    //! of each distribution need others, and a worker that is killed at a harmless call helps nobody.

    use std::collections::BTreeMap;

    use seccompiler::{
        BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
        SeccompRule,
    };

    /// Calls that parsing never needs.
    const DENIED: &[libc::c_long] = &[
        // the network
        libc::SYS_socket,
        libc::SYS_socketpair,
        libc::SYS_connect,
        libc::SYS_bind,
        libc::SYS_listen,
        libc::SYS_accept,
        libc::SYS_accept4,
        libc::SYS_sendto,
        libc::SYS_sendmsg,
        libc::SYS_sendmmsg,
        // files
        libc::SYS_openat,
        libc::SYS_openat2,
        libc::SYS_open_by_handle_at,
        libc::SYS_name_to_handle_at,
        libc::SYS_unlinkat,
        libc::SYS_renameat2,
        libc::SYS_mkdirat,
        libc::SYS_mknodat,
        libc::SYS_linkat,
        libc::SYS_symlinkat,
        libc::SYS_fchmodat,
        libc::SYS_fchownat,
        libc::SYS_truncate,
        libc::SYS_mount,
        libc::SYS_umount2,
        libc::SYS_pivot_root,
        libc::SYS_chroot,
        libc::SYS_chdir,
        libc::SYS_memfd_create,
        libc::SYS_io_uring_setup,
        libc::SYS_inotify_init1,
        libc::SYS_fanotify_init,
        // programs and other processes
        libc::SYS_execve,
        libc::SYS_execveat,
        libc::SYS_ptrace,
        libc::SYS_process_vm_readv,
        libc::SYS_process_vm_writev,
        libc::SYS_kill,
        libc::SYS_tkill,
        libc::SYS_pidfd_open,
        libc::SYS_pidfd_getfd,
        libc::SYS_pidfd_send_signal,
        libc::SYS_setns,
        libc::SYS_unshare,
        libc::SYS_kcmp,
        // the kernel
        libc::SYS_bpf,
        libc::SYS_perf_event_open,
        libc::SYS_userfaultfd,
        libc::SYS_keyctl,
        libc::SYS_add_key,
        libc::SYS_request_key,
        libc::SYS_init_module,
        libc::SYS_finit_module,
        libc::SYS_delete_module,
        libc::SYS_kexec_load,
        libc::SYS_reboot,
        libc::SYS_swapon,
        libc::SYS_swapoff,
        libc::SYS_quotactl,
    ];

    /// The same in the older calls that only some machines have.
    #[cfg(target_arch = "x86_64")]
    const DENIED_HERE: &[libc::c_long] = &[
        libc::SYS_open,
        libc::SYS_creat,
        libc::SYS_fork,
        libc::SYS_vfork,
        libc::SYS_unlink,
        libc::SYS_rename,
        libc::SYS_renameat,
        libc::SYS_mkdir,
        libc::SYS_rmdir,
        libc::SYS_link,
        libc::SYS_symlink,
        libc::SYS_chmod,
        libc::SYS_chown,
        libc::SYS_lchown,
        libc::SYS_mknod,
        libc::SYS_inotify_init,
    ];
    #[cfg(not(target_arch = "x86_64"))]
    const DENIED_HERE: &[libc::c_long] = &[];

    /// Why there is no filter.
    type Refused = Box<dyn std::error::Error>;

    pub(super) fn apply() -> Result<(), Refused> {
        let mut rules: BTreeMap<libc::c_long, Vec<SeccompRule>> = DENIED
            .iter()
            .chain(DENIED_HERE)
            .map(|&call| (call, Vec::new()))
            .collect();
        // A thread is a clone that shares the memory; any other clone is a new process.
        let shares = libc::CLONE_VM as u64;
        let is_process =
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::MaskedEq(shares), 0)?;
        rules.insert(libc::SYS_clone, vec![SeccompRule::new(vec![is_process])?]);
        let eperm = SeccompAction::Errno(u32::try_from(libc::EPERM)?);
        let arch = std::env::consts::ARCH.try_into()?;
        let filter: BpfProgram = SeccompFilter::new(rules, SeccompAction::Allow, eperm, arch)?.try_into()?;
        seccompiler::apply_filter(&filter)?;
        // `clone3` hides its flags from a filter. As "not implemented" the C library falls back to `clone`.
        let hidden = [(libc::SYS_clone3, Vec::new())].into_iter().collect();
        let enosys = SeccompAction::Errno(u32::try_from(libc::ENOSYS)?);
        let filter: BpfProgram =
            SeccompFilter::new(hidden, SeccompAction::Allow, enosys, arch)?.try_into()?;
        seccompiler::apply_filter(&filter)?;
        Ok(())
    }
}
