-- The transparency log (docs/transparency-log.md). A leaf is an act, written in the act's transaction. The tree commits to
-- the entry, which is a hash of salt and content, so content and salt can be deleted. leaf_index is null until the sequencer
-- has given the leaf its place. Nothing else of a leaf changes.
create table log_leaf (
  id          bigint generated always as identity primary key,
  leaf_index  bigint,
  entry       bytea not null,
  salt        bytea,
  content     varchar(4000),
  happened_at timestamp(6) with time zone not null,
  act         varchar(32) not null,
  tenant_id   uuid
);
create unique index log_leaf_by_index on log_leaf (leaf_index);
create index log_leaf_by_tenant on log_leaf (tenant_id, leaf_index);

-- The hashes of the tiles above the leaves: the roots of subtrees of 256, 65,536 and so on leaves.
create table log_node (
  tile_level integer not null,
  node_index bigint not null,
  hash       bytea not null,
  primary key (tile_level, node_index)
);

-- The keys that sign checkpoints. The newest signs, and until the next rotation also the one before.
create table log_key (
  id            uuid primary key,
  name          varchar(300) not null,
  public_key    bytea not null,
  encrypted_key bytea not null,
  created_at    timestamp(6) with time zone not null
);

-- One row: the size of the tree, and its signed checkpoint. Who gives leaves their places holds it.
create table log_head (
  id         integer primary key check (id = 1),
  origin     varchar(300) not null,
  tree_size  bigint not null,
  checkpoint varchar(4000) not null,
  key_id     uuid not null references log_key
);
