"""A Slurm cluster of two nodes on this machine, for one test: munged, slurmctld and two slurmd, all in
one folder, with ports of their own, without systemd and without touching an installed cluster.

    with SlurmCluster(folder) as cluster:
        job = cluster.run("sbatch", "--parsable", "--array=1-4", "script.sh").strip()
        cluster.kill_node("n2")

Every process started here, and every job they start, is a descendant of this one (it adopts orphans)
and is ended when the block is left, however it is left; when this process itself is killed, the
kernel ends the daemons.
"""

import ctypes
import os
import pwd
import secrets
import signal
import socket
import subprocess
import time
from pathlib import Path

NODES = ("n1", "n2")

# What the settings are for:
# * the machine has two nodes of one processor each, whatever it has in truth;
# * cred_expire is also how long a job waits after it was requeued (120 s when not set);
# * SlurmdTimeout: a node that does not answer is down after so many seconds (300 when not set);
# * no cgroups: containers often have none that may be written.
CONFIGURATION = """\
ClusterName=namndata
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.socket,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldPort={ports[0]}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1,batch_sched_delay=0
SlurmdTimeout=6
MessageTimeout=5
BatchStartTimeout=5
KillWait=2
ReturnToService=2
JobRequeue=1
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 RealMemory={memory} State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 RealMemory={memory} State=UNKNOWN
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
"""

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def _free_ports(number):
    sockets = [socket.socket() for _ in range(number)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def _parents():
    """The parent of every process."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue  # it has ended
            parents[int(entry.name)] = int(stat.rpartition(")")[2].split()[1])
    return parents


def descendants(root):
    parents = _parents()
    found, border = [], {root}
    while border:
        border = {pid for pid, parent in parents.items() if parent in border}
        found += sorted(border)
    return found


def command_line(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
    except OSError:
        return ""


def environment(pid):
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return []


def _kill(pid, number=signal.SIGKILL):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


class SlurmCluster:
    def __init__(self, folder, environment=os.environ):
        self.folder = Path(folder)
        self.environment = dict(environment, SLURM_CONF=str(self.folder / "slurm.conf"))
        self.daemons = {}

    def __enter__(self):
        _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1)
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # Twice or more: what is killed may just have started something.
        deadline = time.monotonic() + 10
        while (rest := descendants(os.getpid())) and time.monotonic() < deadline:
            for pid in rest:
                _kill(pid)
            self._reap()
            time.sleep(0.05)
        _libc.prctl(_PR_SET_CHILD_SUBREAPER, 0)

    def _reap(self):
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass

    def _daemon(self, name, *command):
        log = open(self.folder / f"{name}.log", "ab")
        self.daemons[name] = subprocess.Popen(
            command, env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True, preexec_fn=lambda: _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL))
        log.close()

    def _start(self):
        folder = self.folder
        folder.mkdir(mode=0o755)
        (folder / "state").mkdir()
        key = folder / "munge.key"
        key.write_bytes(secrets.token_bytes(128))
        key.chmod(0o600)
        (folder / "slurm.conf").write_text(CONFIGURATION.format(
            folder=folder, host=socket.gethostname().split(".")[0], user=pwd.getpwuid(os.getuid()).pw_name,
            ports=_free_ports(3), memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 20))
        self._daemon("munged", "/usr/sbin/munged", "--foreground", "--force", f"--socket={folder}/munge.socket",
                     f"--key-file={key}", f"--pid-file={folder}/munged.pid", f"--seed-file={folder}/munged.seed",
                     f"--log-file={folder}/munged.log", "--num-threads=2")
        self.wait_for(lambda: (folder / "munge.socket").exists(), "munged")
        self._daemon("slurmctld", "/usr/sbin/slurmctld", "-D")
        for node in NODES:
            self.start_node(node)
        self.wait_for(lambda: self.node_states() == dict.fromkeys(NODES, "idle"), "both nodes")

    def start_node(self, node):
        (self.folder / f"spool-{node}").mkdir(exist_ok=True)
        self._daemon(node, "/usr/sbin/slurmd", "-D", "-N", node)

    def kill_node(self, node):
        """As when its power is cut: the daemon, its steps and their jobs, at once. Returns what died."""
        slurmd = self.daemons[node].pid
        ours = descendants(os.getpid())
        jobs = [pid for pid in ours if f"SLURMD_NODENAME={node}" in environment(pid)]
        parents = _parents()
        steps = {parents[pid] for pid in jobs if command_line(parents.get(pid, 0)).startswith("slurmstepd")}
        victims = [slurmd, *steps, *jobs]
        for pid in victims:
            _kill(pid, signal.SIGSTOP)  # none of them sees another die
        told = [command_line(pid) for pid in victims]
        for pid in victims:
            _kill(pid)
        self.daemons[node].wait()
        return told

    def kill_daemon(self, node):
        """The daemon alone: what it started goes on."""
        self.daemons[node].kill()
        self.daemons[node].wait()

    def run(self, *command, folder=None, check=True):
        done = subprocess.run(command, env=self.environment, cwd=folder or self.folder, text=True, timeout=30,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if check and done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}: status {done.returncode}\n{done.stdout}")
        return done.stdout

    def jobs(self):
        """What waits or runs: one line each."""
        return self.run("squeue", "--noheader", "--array", "--format=%i %j %T %r %N").splitlines()

    def node_states(self):
        lines = self.run("sinfo", "--noheader", "--Node", "--format=%N %T", check=False).splitlines()
        return dict(line.split() for line in lines if len(line.split()) == 2)

    def wait_for(self, condition, what, seconds=30, pause=0.1):
        deadline = time.monotonic() + seconds
        while not (answer := condition()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited {seconds} s for {what}")
            for name, daemon in self.daemons.items():
                if daemon.poll() is not None and daemon.returncode != -signal.SIGKILL:
                    raise RuntimeError(f"{name} ended with status {daemon.returncode}")
            time.sleep(pause)
        return answer

    def logs(self):
        return "\n".join(f"--- {log.name}\n{log.read_text(errors='replace')[-4000:]}"
                         for log in sorted(self.folder.glob("*.log")))
