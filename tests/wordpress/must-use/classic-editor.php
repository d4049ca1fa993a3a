<?php
// The classic editor, which is still part of WordPress, for an address that asks for it; it is asked for again after a page is saved.
add_filter( 'use_block_editor_for_post_type', fn( $block ) => isset( $_GET['classic'] ) ? false : $block );
add_filter( 'redirect_post_location', fn( $address ) => add_query_arg( 'classic', '1', $address ) );
