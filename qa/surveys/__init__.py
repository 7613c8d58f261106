"""Questions over many documents: what each of them is asked, and what is made of what they say."""
