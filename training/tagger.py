"""The encoder: one MiniLM body, a head for names, one for statements and one for their links."""

from __future__ import annotations

from pathlib import Path

import torch
from corpora import KINDS
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import BertModel
from windows import LINKS, NAME_LABELS, NOWHERE, ROLES

SHAPES = 8
LINK = 64
FARTHEST = 8


class Tagger(nn.Module):
    """Labels for every piece of a window.

    `forward` returns names [B, T, labels], roles [B, T, 3 * 3] (O, B, I of source, cue, content)
    and links [B, T, 2 * len(LINKS) * LINK]: question and answer of each kind of link; the score of
    a link is their dot product over sqrt(LINK), and the bias of the distance.
    """

    def __init__(self, base: Path, layers: int = 6) -> None:
        super().__init__()
        self.body = BertModel.from_pretrained(
            base,
            add_pooling_layer=False,
            attn_implementation="sdpa",
            num_hidden_layers=layers,
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        width = self.body.config.hidden_size
        known = self.body.embeddings.token_type_embeddings.weight.data[:1]
        shapes = nn.Embedding(SHAPES, width)
        shapes.weight.data.copy_(known.repeat(SHAPES, 1))
        shapes.weight.data[1:] += torch.randn(SHAPES - 1, width) * 0.01
        self.body.embeddings.token_type_embeddings = shapes
        self.body.config.type_vocab_size = SHAPES
        self.body.embeddings.word_embeddings.weight.requires_grad_(False)
        self.body.embeddings.dropout = nn.Dropout(0.1)
        self.drop = nn.Dropout(0.1)
        self.names = nn.Linear(width, len(NAME_LABELS))
        self.roles = nn.Linear(width, 3 * len(ROLES))
        self.links = nn.Linear(width, 2 * len(LINKS) * LINK)
        self.link_chain = nn.Parameter(torch.zeros(len(LINKS), 2 * FARTHEST + 2))
        self.name_chain = Chain(len(KINDS), 1)
        self.role_chain = Chain(1, len(ROLES))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return names, roles and links of every piece."""
        hidden = self.body(
            input_ids=ids, token_type_ids=shapes, attention_mask=mask
        ).last_hidden_state
        hidden = self.drop(hidden)
        return self.names(hidden), self.roles(hidden), self.links(hidden)

    def losses(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return the losses of names, roles and links on a batch."""
        names, roles, links = self(batch["ids"], batch["shapes"], batch["mask"])
        split = roles.reshape(*roles.shape[:2], len(ROLES), 3)
        bits = torch.where(batch["roles"] > NOWHERE, 1 << batch["roles"].clamp(min=0), 0)
        return (
            self.name_chain.loss(names[:, :, None], batch["names"][..., None]),
            self.role_chain.loss(split, bits),
            0.5
            * link_loss(links, self.link_chain, batch["links"], batch["roles"][:, :, 0] > NOWHERE),
        )


class Chain(nn.Module):
    """A linear chain over the labels of words, learned from whole or partial labels.

    The loss is log Z of all paths less log Z of the paths that the gold allows, so a word may be
    allowed several labels (Tsuboi et al. 2008). A label may only go on as what has begun.
    """

    def __init__(self, kinds: int, layers: int) -> None:
        super().__init__()
        labels = 2 * kinds + 1
        self.weights = nn.Parameter(torch.zeros(layers, labels, labels))
        barred = torch.zeros(labels, labels, dtype=torch.bool)
        barred[:, 2::2] = True
        for kind in range(kinds):
            barred[[2 * kind + 1, 2 * kind + 2], 2 * kind + 2] = False
        self.register_buffer("barred", barred, persistent=False)

    def scores(self) -> Tensor:
        """Return the score of each step [layers, from, to]; steps that are barred get -1e4."""
        return self.weights.masked_fill(self.barred, -1e4)

    def loss(self, emissions: Tensor, allowed: Tensor) -> Tensor:
        """Return the loss of a word, all layers added, of the rows that have gold.

        `emissions` are [B, T, layers, labels]; `allowed` [B, T, layers] are bits of labels, 0 on
        pieces that do not open a word.
        """
        rows = (allowed > 0).flatten(1).any(1)
        if not rows.any():
            return emissions.sum() * 0
        emissions, allowed = _words_only(emissions[rows], allowed[rows])
        seen = allowed > 0
        bits = 1 << torch.arange(emissions.shape[-1])
        gold = emissions.masked_fill((allowed[..., None] & bits) == 0, -1e4)
        both = torch.cat([emissions, gold]).transpose(0, 1)
        keep = torch.cat([seen, seen]).transpose(0, 1)[..., None]
        steps = self.scores()
        alpha = both[0]
        for t in range(1, both.shape[0]):
            moved = torch.logsumexp(alpha[..., None] + steps, -2) + both[t]
            alpha = torch.where(keep[t], moved, alpha)
        every, right = torch.logsumexp(alpha, -1).chunk(2)
        return (every - right).sum() / seen[:, :, 0].sum()


def _words_only(emissions: Tensor, allowed: Tensor) -> tuple[Tensor, Tensor]:
    """Leave the pieces out that open no word; rows are padded at their end."""
    heads = (allowed > 0).any(-1)
    order = torch.argsort(heads.int(), dim=1, descending=True, stable=True)
    order = order[:, : int(heads.sum(1).max())]
    row = torch.arange(len(order))[:, None]
    return emissions[row, order], allowed[row, order]


def buckets(distance: Tensor) -> Tensor:
    """Return the number of the bucket of each distance in words: its sign and power of two."""
    size = torch.log2(distance.abs().clamp(min=1)).floor().long() + 1
    return torch.sign(distance).long() * size.clamp(max=FARTHEST) + FARTHEST


def link_loss(links: Tensor, bias: Tensor, gold: Tensor, heads: Tensor) -> Tensor:
    """Return the mean cross entropy of the right answer among all words of the window.

    `links` [B, T, 2 * kinds of link * LINK] holds question and answer of each kind of link in turn;
    `bias` [kinds of link, buckets + 1] what speaks for a distance, and last for "none is named",
    which [CLS] stands for; `heads` [B, T] tells the pieces that open a word.
    """
    total = links.sum() * 0
    parts = links.split(LINK, dim=-1)
    place = heads.cumsum(1)
    answers_here = heads.clone()
    answers_here[:, 0] = True
    for column in range(len(LINKS)):
        row, at = torch.nonzero(gold[:, :, column] > NOWHERE, as_tuple=True)
        if len(row):
            asked, answers = parts[2 * column][row, at], parts[2 * column + 1][row]
            scores = torch.einsum("nd,ntd->nt", asked, answers) / LINK**0.5
            near = bias[column][buckets(place[row] - place[row, at][:, None])]
            near = torch.cat([bias[column, -1:].expand(len(row), 1), near[:, 1:]], 1)
            scores = (scores + near).masked_fill(~answers_here[row], -1e4)
            total = total + cross_entropy(scores, gold[row, at, column])
    return total
