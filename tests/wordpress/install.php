<?php
// Makes the database and installs WordPress: install.php FOLDER ADDRESS. No letter is written, no picture of people asked for.
[ , $folder, $address ] = $argv;
$database = new mysqli( 'localhost', 'root', '', '', 0, getenv( 'AFTERCARE_SOCKET' ) );
$database->query( 'CREATE DATABASE wordpress' );

$_SERVER['HTTP_HOST'] = parse_url( $address, PHP_URL_HOST ) . ':' . parse_url( $address, PHP_URL_PORT );
define( 'WP_INSTALLING', true );
require "$folder/wp-load.php";
require "$folder/wp-admin/includes/upgrade.php";
wp_install( 'A counsellor', 'owner', 'owner@counsellor.example', true, '', 'a password of a test' );
update_option( 'show_avatars', 0 );
