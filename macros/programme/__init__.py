"""The programme: what the register proposes for events, and how plans move on."""
