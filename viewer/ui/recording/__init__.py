"""What a person does about recordings and snapshots, and is told of them."""
