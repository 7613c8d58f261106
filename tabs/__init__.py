"""The page's tabs: what each shows (plain HTML), and how it is wired (gradio)."""
