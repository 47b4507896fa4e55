"""What twinned partnerships need of torparse: a clause type, a checklist (good-twinning.toml), and a reader."""
